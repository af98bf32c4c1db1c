package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GolangMigrateTest {

    private static final MigrationTool TOOL = new GolangMigrate();
    private static final HistoryTable TABLE = new HistoryTable("public", "schema_migrations");

    @Test
    void versionsAreNumbersAndNotText() {
        var files = files("10_c.up.sql", "0009_b.up.sql", "20240101090000_d.up.sql", "1_a.up.sql", "1_a.down.sql");

        assertThat(files.migrations())
                .extracting(Migration::id, Migration::name)
                .containsExactly(
                        tuple("1", "1_a"),
                        tuple("9", "0009_b"),
                        tuple("10", "10_c"),
                        tuple("20240101090000", "20240101090000_d"));
    }

    @Test
    void filesOfOtherNamesAndFoldersAreNone() {
        var files = files("1_a.up.sql", "2_b.sql", "x_c.up.sql", "3.up.sql", "sub/4_d.up.sql", "README.md");

        assertThat(files.migrations()).extracting(Migration::name).containsExactly("1_a");
    }

    @Test
    void theLastWordOfDirectionCounts() {
        var files = files("1_wind.down.up.sql", "2_a.up.b.down.sql", "3_c.up.sql");

        assertThat(files.migrations()).extracting(Migration::name).containsExactly("1_wind.down", "2_a.up.b", "3_c");
        assertThat(files.migrations().get(1).script().orElseThrow().parts()).isEmpty();
    }

    @Test
    void aVersionWithoutAWayUpRunsNothing() {
        var files = files("1_a.up.sql", "2_b.down.sql");

        assertThat(files.named("2_b").orElseThrow().script().orElseThrow().parts())
                .isEmpty();
    }

    @Test
    void aFileIsSentAsItIsAndABlankOneIsNotSent() {
        var files = files(Map.of("1_a.up.sql", "SELECT 1;\r\nSELECT 2;", "2_b.up.sql", " \n\u00a0\n"));

        assertThat(files.named("1_a").orElseThrow().script()).contains(Script.asItIs("SELECT 1;\r\nSELECT 2;"));
        assertThat(files.named("2_b").orElseThrow().script().orElseThrow().parts())
                .isEmpty();
    }

    @Test
    void twoFilesOfOneVersionAreRefusedAsTheToolRefusesThem() {
        assertFails(Reason.DuplicateMigration, () -> files("1_a.up.sql", "001_b.up.sql"))
                .contains("001_b.up.sql")
                .contains("version 1");
        assertThat(files("1_a.up.sql", "1_other_name.down.sql").migrations()).hasSize(1);
    }

    @Test
    void aVersionThatNoNumberHoldsIsNoVersion() {
        assertThat(files("18446744073709551616_huge.up.sql", "1_a.up.sql").migrations())
                .extracting(Migration::name)
                .containsExactly("1_a");
    }

    @Test
    void oneRowCountsEveryFileBelowIt() {
        var reading = reading("2", false);

        assertThat(reading.applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(tuple("1_a", State.FINISHED), tuple("2_b", State.FINISHED));
        assertThat(reading.notes()).singleElement().asString().contains("only the schema can tell");
    }

    @Test
    void aDirtyVersionIsUnfinished() {
        var reading = reading("2", true);

        assertThat(reading.applied()).extracting(Applied::state).containsExactly(State.FINISHED, State.UNFINISHED);
        assertThat(reading.notes()).anySatisfy(note -> assertThat(note).contains("or the way down from 3_c"));
    }

    @Test
    void aVersionWithoutAFileIsMissingByItsNumber() {
        assertThat(reading("7", false).applied()).extracting(Applied::name).containsExactly("1_a", "2_b", "3_c", "7");
    }

    @Test
    void noVersionIsAppliedAtMinusOne() {
        assertThat(reading("-1", false).applied()).isEmpty();
        assertThat(reading("-1", true).applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(tuple("1_a", State.UNFINISHED));
    }

    @ParameterizedTest
    @CsvSource({"locktest,3708018671", "orders,660104171"})
    void theLockIsThatOfTheRealProgram(String database, long key) {
        assertThat(TOOL.lock(TABLE, database)).contains(new Lock.Advisory(key));
    }

    @Test
    void forceSetsTheVersionThatIsMeant() {
        var commands = TOOL.commands(files("db/1_a.up.sql", "db/2_b.up.sql"), TABLE);

        assertThat(commands.deploy()).isEqualTo("migrate -path db -database \"$DATABASE_URL\" up");
        assertThat(commands.markApplied("2_b")).contains("migrate -path db -database \"$DATABASE_URL\" force 2");
        assertThat(commands.markRolledBack("2_b")).contains("migrate -path db -database \"$DATABASE_URL\" force 1");
        assertThat(commands.markRolledBack("1_a")).contains("migrate -path db -database \"$DATABASE_URL\" force -- -1");
        assertThat(commands.markApplied("3")).isEmpty();
    }

    @Test
    void itsTableIsTheOneWithDirty() {
        assertThat(TOOL.keeps(shape("public", Map.of("version", "bigint", "dirty", "boolean"))))
                .isTrue();
        assertThat(TOOL.keeps(shape("hdb_catalog", Map.of("version", "bigint", "dirty", "boolean"))))
                .isFalse();
        assertThat(TOOL.keeps(shape("public", Map.of("version", "bigint", "inserted_at", "timestamp(0)"))))
                .isFalse();
        assertThat(TOOL.keeps(shape("public", Map.of("version", "character varying"))))
                .isFalse();
    }

    private static TableShape shape(String schema, Map<String, String> columns) {
        return new TableShape(new HistoryTable(schema, "schema_migrations"), new TreeMap<>(columns), new TreeSet<>());
    }

    private static Reading reading(String version, boolean dirty) {
        return TOOL.read(
                files("1_a.up.sql", "2_b.up.sql", "3_c.up.sql"),
                List.of(new Row(Map.of("version", version, "dirty", dirty ? "t" : "f", "age", "7"))));
    }

    private static MigrationFiles files(String... paths) {
        return files(BundleOf.tree(paths));
    }

    private static MigrationFiles files(Map<String, String> texts) {
        return files(BundleOf.tree(texts));
    }

    private static MigrationFiles files(Bundle bundle) {
        return TOOL.files(Project.of(bundle));
    }
}
