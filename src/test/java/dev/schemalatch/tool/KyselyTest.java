package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.sql.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KyselyTest {

    private static final MigrationTool KYSELY = new Kysely();

    private static MigrationFiles files(String... names) {
        return MigrationFiles.of(List.of(names).stream()
                .map(name -> new Migration(name, name + ".ts", new Content.Code("TypeScript")))
                .toList());
    }

    private static Row row(String name, String at) {
        return new Row(Map.of("name", name, "at", at));
    }

    @Test
    void aMigrationIsCalledAsItsFileWithoutTheExtension() {
        var files = KYSELY.files(Project.of(BundleOf.tree(Map.of(
                "2024-02-01_b.mts", "export async function up() {}",
                "2024-01-01_a.x.js", "exports.up = 1",
                "2024-01-01_a.d.mts", "export declare function up(): void",
                "index.ts", "export {}",
                "2024-03-01_c.ts", "export const up = 1",
                "2024-03-01_c.js", "exports.up = 1"))));

        assertThat(files.migrations())
                .extracting(Migration::name)
                .containsExactly("2024-01-01_a.x", "2024-02-01_b", "2024-03-01_c");
        assertThat(files.notes())
                .hasSize(2)
                .anyMatch(note -> note.startsWith("index.ts: has no function up"))
                .anyMatch(note -> note.startsWith("2024-03-01_c.js and 2024-03-01_c.ts"));
    }

    @Test
    void rowsStandInTheOrderOfTheirTimesAndThenOfTheirNames() {
        var reading = KYSELY.read(
                files("1_a", "2_B", "2_b"),
                List.of(
                        row("2_B", "2024-01-02T00:00:00.000Z"),
                        row("2_b", "2024-01-02T00:00:00.000Z"),
                        row("1_a", "2024-01-01T00:00:00.001Z")));

        assertThat(reading.applied()).extracting(Applied::name).containsExactly("1_a", "2_b", "2_B");
        assertThat(reading.applied().get(0).finishedAt()).contains(Instant.parse("2024-01-01T00:00:00.001Z"));
    }

    @Test
    void aTimeThatIsNoneIsLeftOut() {
        var reading = KYSELY.read(files("1_a"), List.of(row("1_a", "yesterday")));

        assertThat(reading.applied()).singleElement().satisfies(row -> assertThat(row.finishedAt())
                .isEmpty());
    }

    @Test
    void whatKyselyCallsCorruptedIsSaid() {
        var missing = KYSELY.read(files("2_b"), List.of(row("1_a", "2024-01-01T00:00:00.000Z")));
        var between = KYSELY.read(files("1_a", "2_b"), List.of(row("2_b", "2024-01-01T00:00:00.000Z")));
        var after = KYSELY.read(files("1_a", "2_b"), List.of(row("1_a", "2024-01-01T00:00:00.000Z")));

        assertThat(missing.notes()).singleElement().asString().contains("previously executed migration 1_a is missing");
        assertThat(between.notes()).singleElement().asString().contains("2_b to be at index 0 but 1_a was found");
        assertThat(after.notes()).isEmpty();
    }
}
