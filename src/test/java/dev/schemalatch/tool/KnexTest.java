package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnexTest {

    private static Reading read(String shipped, String... rows) {
        return new Knex()
                .read(
                        MigrationFiles.of(List.of(new Migration(shipped, shipped, new Content.Code("JavaScript")))),
                        Stream.of(rows)
                                .map(name -> new Row(Map.of("name", name)))
                                .toList());
    }

    @Test
    void filesAreCalledWithTheirExtensions() {
        assertThat(read("1_a.js", "1_a.js").notes()).isEmpty();
        assertThat(read("1_a.js").notes()).isEmpty();
        assertThat(read("1_a.js", "1_a.ts").applied()).extracting(Applied::name).containsExactly("1_a.ts");
        assertThat(read("1_a.js", "1_a.ts").notes())
                .hasSize(2)
                .anyMatch(note ->
                        note.contains("The migration directory is corrupt, the following files are missing: 1_a.ts"))
                .anyMatch(note -> note.startsWith("1_a.js: recorded as 1_a.ts"));
    }

    @Test
    void namesOfStrangersDoNotBreakLines() {
        assertThat(read("1_a.js", "x\ny.js", "x".repeat(300)).notes())
                .allSatisfy(note -> assertThat(note).doesNotContain("\n").hasSizeLessThan(300));
    }

    @Test
    void theLockIsARowOfATable() {
        var lock = new Knex().lock(new HistoryTable("ops", "Applied"), "shop");

        assertThat(lock).get().isInstanceOfSatisfying(Lock.InTable.class, held -> {
            assertThat(held.table()).isEqualTo(new HistoryTable("ops", "Applied_lock"));
            assertThat(held.held().text()).contains("\"ops\".\"Applied_lock\"");
            assertThat(held.release()).isEqualTo("npx knex migrate:unlock");
        });
    }

    @Test
    void aRowIsWrittenByHandInABatchOfItsOwn() {
        var table = new HistoryTable("public", "knex_migrations");

        assertThat(new Knex().commands(MigrationFiles.of(List.of()), table).markApplied("1_a.js"))
                .isEqualTo(Optional.of(
                        "psql \"$DATABASE_URL\" -c 'INSERT INTO \"public\".\"knex_migrations\" (name, batch,"
                                + " migration_time) SELECT '\\''1_a.js'\\'', coalesce(max(batch), 0) + 1, now()"
                                + " FROM \"public\".\"knex_migrations\"'"));
    }
}
