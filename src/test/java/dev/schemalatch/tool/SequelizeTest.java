package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequelizeTest {

    private static List<String> applied(String shipped, String... rows) {
        return new Sequelize()
                        .read(
                                MigrationFiles.of(
                                        List.of(new Migration(shipped, shipped, new Content.Code("JavaScript")))),
                                Stream.of(rows)
                                        .map(name -> new Row(Map.of("name", name)))
                                        .toList())
                        .applied()
                        .stream()
                        .map(Applied::name)
                        .toList();
    }

    @Test
    void aNameWithoutAnExtensionIsOfTheFileThatHasOne() {
        assertThat(applied("20240101-a.js", "20240101-a.js")).containsExactly("20240101-a.js");
        assertThat(applied("20240101-a.js", "20240101-a")).containsExactly("20240101-a.js");
        assertThat(applied("20240101-a.js", "20240101-a.ts", "20240101-b"))
                .containsExactly("20240101-a.ts", "20240101-b");
    }
}
