package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrizzleTest {

    private static final MigrationTool DRIZZLE = new Drizzle();

    private static Migration file(String name, long time, String hash) {
        return new Migration(
                Long.toString(time),
                name,
                name + ".sql",
                new Content.Sql(Script.inTransaction("SELECT 1")),
                Set.of(hash));
    }

    private static Migration folder(String name, long time, String hash) {
        return new Migration(
                Long.toString(time),
                name,
                name + "/migration.sql",
                new Content.Sql(Script.inTransaction("SELECT 1")),
                Set.of(hash));
    }

    private static Row row(long time, String hash) {
        return new Row(Map.of("created", Long.toString(time), "checksum", hash));
    }

    private static Row row(long time, String hash, String name) {
        var values = new TreeMap<>(row(time, hash).values());
        values.put("name", name);
        return new Row(values);
    }

    private static List<String> names(Reading reading) {
        return reading.applied().stream().map(Applied::name).toList();
    }

    private static Reading read(List<Migration> files, Row... rows) {
        return DRIZZLE.read(MigrationFiles.of(files), List.of(rows));
    }

    @Test
    void aRowIsOfTheFileWithItsTimeAndTheHashTellsWhetherThatWasEdited() {
        var reading = read(List.of(file("0000_a", 10, "x"), file("0001_b", 20, "y")), row(10, "x"), row(20, "z"));

        assertThat(names(reading)).containsExactly("0000_a", "0001_b");
        assertThat(reading.shipped().get(0).matches(reading.applied().get(0))).isTrue();
        assertThat(reading.shipped().get(1).matches(reading.applied().get(1))).isFalse();
        assertThat(reading.applied()).allMatch(row -> row.state() == State.FINISHED);
        assertThat(reading.notes()).isEmpty();
    }

    @Test
    void filesOfOneContentAreToldApartByTheirTimes() {
        var reading = read(
                List.of(file("0000_a", 10, "x"), file("0001_b", 20, "x"), file("0002_c", 30, "x")),
                row(30, "x"),
                row(10, "x"));

        assertThat(names(reading)).containsExactly("0002_c", "0000_a");
    }

    @Test
    void aFileThatWasGivenAnotherTimeIsFoundByItsHash() {
        var later = read(List.of(file("0000_a", 99, "x")), row(10, "x"));
        var earlier = read(List.of(file("0000_a", 5, "x")), row(10, "x"));
        var twice = read(List.of(file("0000_a", 99, "x")), row(10, "x"), row(99, "x"));

        assertThat(names(later)).containsExactly("0000_a");
        assertThat(later.notes()).singleElement().asString().contains("will run it again");
        assertThat(names(earlier)).containsExactly("0000_a");
        assertThat(earlier.notes()).isEmpty();
        assertThat(names(twice)).containsExactly("0000_a", "0000_a");
        assertThat(twice.notes()).isEmpty();
    }

    @Test
    void whatTheJournalDatesBeforeTheLastRowIsNeverRun() {
        var reading = read(
                List.of(
                        file("0000_a", 10, "x"),
                        file("0001_b", 15, "y"),
                        file("0002_c", 20, "z"),
                        file("0003_d", 21, "w")),
                row(10, "x"),
                row(20, "z"));

        assertThat(reading.notes())
                .singleElement()
                .asString()
                .startsWith("0001_b: drizzle-kit migrate will never run it")
                .contains("(20)");
    }

    @Test
    void aRowWithoutAFileIsCalledByItsTimeAndItsHashIsSaid() {
        var reading = read(List.of(file("0000_a", 10, "x")), row(10, "x"), row(20, "lost"));

        assertThat(names(reading)).containsExactly("0000_a", "20");
        assertThat(reading.notes())
                .singleElement()
                .asString()
                .startsWith("20: ")
                .endsWith("lost");
        assertThat(names(read(List.of(), new Row(Map.of("checksum", "h"))))).containsExactly("h");
    }

    @Test
    void namesDecideWhereThereAreFolders() {
        var reading = read(
                List.of(
                        folder("20231114221320_a", 1700000000000L, "x"),
                        folder("20231114221500_b", 1700000100000L, "x")),
                row(1700000000000L, "x", "20231114221500_b"),
                row(1700000000000L, "x", "20231114221320_renamed"));

        assertThat(names(reading)).containsExactly("20231114221500_b", "20231114221320_renamed");
    }

    @Test
    void aHistoryWithoutNamesIsFoundByFoldersToTheSecond() {
        var reading = read(
                List.of(
                        folder("20231114221320_a", 1700000000000L, "x"),
                        folder("20231114221320_b", 1700000000000L, "y"),
                        folder("20231114221500_c", 1700000100000L, "z")),
                row(1700000000123L, "y"),
                row(1700000000456L, "x"),
                row(1700000100789L, "edited"));

        assertThat(names(reading)).containsExactly("20231114221320_b", "20231114221320_a", "20231114221500_c");
        assertThat(reading.notes()).isEmpty();
    }

    @Test
    void aJournalBesideNamesIsFoundByTimesAndThatIsSaid() {
        var reading = read(
                List.of(file("0000_a", 10, "x")), row(10, "x", "19700101000000_a"), row(20, "y", "19700101000000_b"));

        assertThat(names(reading)).containsExactly("0000_a", "19700101000000_b");
        assertThat(reading.notes()).singleElement().asString().contains("drizzle-kit up");
    }

    @Test
    void aRowIsWrittenByHandWhereTheToolHasNoCommand() {
        var table = DRIZZLE.historyTables(Optional.empty()).get(0);
        var old = DRIZZLE.commands(MigrationFiles.of(List.of(file("0000_a", 10, "abc"))), table);
        var next = DRIZZLE.commands(MigrationFiles.of(List.of(folder("20231114221320_it's", 10, "abc"))), table);

        assertThat(old.markApplied("0000_a"))
                .contains(
                        "psql \"$DATABASE_URL\" -c 'INSERT INTO \"drizzle\".\"__drizzle_migrations\" (hash, created_at)"
                                + " VALUES ('\\''abc'\\'', 10)'");
        assertThat(next.markApplied("20231114221320_it's"))
                .get()
                .asString()
                .contains("'\\''20231114221320_it'\\'''\\''s'\\''");
        assertThat(old.markApplied("unknown")).isEmpty();
        assertThat(old.markRolledBack("0000_a")).isEmpty();
    }
}
