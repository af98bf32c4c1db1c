package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.source.FolderSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrizzleScriptTest {

    private static final Path RECORDED = Path.of("src/test/histories/drizzle");
    private static final Pattern ROW = Pattern.compile("__drizzle_migrations VALUES \\(\\d+, '([0-9a-f]{64})', (\\d+)");

    @Test
    void aFileIsSentInPiecesInsideOneTransaction() {
        var script = DrizzleScript.of(
                "CREATE TABLE a ();--> statement-breakpoint\nCREATE TABLE b ();\n--> statement-breakpoint\n\nSELECT 1");

        assertThat(script.mode()).isEqualTo(Script.Mode.IN_TRANSACTION);
        assertThat(script.parts())
                .containsExactly(
                        new Script.Part("CREATE TABLE a ();", 1),
                        new Script.Part("\nCREATE TABLE b ();\n", 1),
                        new Script.Part("\n\nSELECT 1", 3));
    }

    @Test
    void thePiecesAreCutWhereverTheSignStands() {
        assertThat(DrizzleScript.of("SELECT '--> statement-breakpoint'").parts())
                .extracting(Script.Part::sql)
                .containsExactly("SELECT '", "'");
        assertThat(DrizzleScript.of("--> statement-breakpoint\n \n--> statement-breakpoint")
                        .parts())
                .isEmpty();
        assertThat(DrizzleScript.of("").parts()).isEmpty();
        assertThat(DrizzleScript.of("-->statement-breakpoint").parts()).hasSize(1);
    }

    /** Every row that Drizzle wrote for a file that is as it was. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean",
                "one-pending",
                "older-one-added-later",
                "own-schema-and-table",
                "pulled-from-a-database",
                "changed-by-hand",
                "folders-clean",
                "folders-taken-over-from-a-journal",
                "folders-baseline-by-pull"
            })
    void theHashIsTheOneThatDrizzleStored(String situation) throws IOException {
        var stored = stored(situation);
        var files =
                new Drizzle().files(Project.of(new FolderSource(RECORDED.resolve(situation + "/migrations")).read()));

        assertThat(stored).isNotEmpty().allSatisfy((time, hash) -> assertThat(
                        files.withId(time).orElseThrow().checksums())
                .containsExactly(hash));
    }

    @Test
    void everyByteCounts() throws IOException {
        var stored = stored("only-white-space-edited");
        var files = new Drizzle()
                .files(Project.of(new FolderSource(RECORDED.resolve("only-white-space-edited/migrations")).read()));

        assertThat(stored).hasSize(2).allSatisfy((time, hash) -> assertThat(
                        files.withId(time).orElseThrow().checksums())
                .doesNotContain(hash));
    }

    private static Map<String, String> stored(String situation) throws IOException {
        var rows = new TreeMap<String, String>();
        var dump = Files.readString(RECORDED.resolve(situation + "/database.sql"));
        for (var line :
                List.of(dump.replace("drizzle_history", "__drizzle_migrations").split("\n"))) {
            var row = ROW.matcher(line);
            if (row.find()) {
                rows.put(row.group(2), row.group(1));
            }
        }
        return rows;
    }
}
