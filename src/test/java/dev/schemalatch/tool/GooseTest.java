package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import dev.schemalatch.tool.Script.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GooseTest {

    private static final MigrationTool TOOL = new Goose();
    private static final HistoryTable TABLE = new HistoryTable("public", "goose_db_version");
    private static final String UP = "-- +goose Up\nSELECT 1;\n-- +goose Down\n";

    @Test
    void onlyGooseWritesItsAnnotations() {
        assertThat(TOOL.claims(BundleOf.tree(Map.of("db/1_a.sql", UP)))).isEqualTo(Claim.CERTAIN);
        assertThat(TOOL.claims(BundleOf.flat(Map.of("1_a.sql", UP)))).isEqualTo(Claim.CERTAIN);
        assertThat(TOOL.claims(BundleOf.tree("1_a.sql"))).isEqualTo(Claim.NONE);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("a.sql", UP)))).isEqualTo(Claim.NONE);
    }

    @Test
    void theFolderIsTheOneWithAnnotationsAndNotAnotherWithNumberedFiles() {
        var files = files(
                Map.of("db/migrations/1_a.sql", UP, "db/seeds/1_b.sql", "SELECT 1;", "db/migrations/old/2_c.sql", UP));

        assertThat(files.migrations()).extracting(Migration::path).containsExactly("db/migrations/1_a.sql");
    }

    @Test
    void versionsAreNumbersThatAreGreaterThanNothing() {
        var files = files(
                Map.of("10_b.sql", UP, "009_a.sql", UP, "0_x.sql", UP, "-1_y.sql", UP, "1.sql", UP, "n_z.sql", UP));

        assertThat(files.migrations())
                .extracting(Migration::id, Migration::name)
                .containsExactly(tuple("9", "009_a"), tuple("10", "10_b"));
    }

    @Test
    void migrationsInGoArePrograms() {
        var files = files(
                Map.of("1_a.sql", UP, "2_b.go", "package x", "2_b_test.go", "package x", "helpers.go", "package x"));

        assertThat(files.migrations())
                .extracting(Migration::name, Migration::isCode)
                .containsExactly(tuple("1_a", false), tuple("2_b", true));
    }

    @Test
    void aFileRunsInATransactionUnlessItSaysOtherwise() {
        var files = files(Map.of("1_a.sql", UP, "2_b.sql", "-- +goose NO TRANSACTION\n" + UP));

        assertThat(files.migrations())
                .extracting(migration -> migration.script().orElseThrow().mode())
                .containsExactly(Mode.IN_TRANSACTION, Mode.AS_IT_IS);
    }

    @Test
    void aFileThatGooseWouldNotRunIsLackingAndSaysWhy() {
        var files = files(Map.of("1_a.sql", UP, "2_b.sql", "SELECT 1;"));

        assertThat(files.named("2_b").orElseThrow().content()).isEqualTo(new Content.Lacking());
        assertThat(files.notes()).singleElement().asString().startsWith("2_b: goose does not run this file");
    }

    @Test
    void variablesWithoutAValueKeepAFileFromBeingRun() {
        var bundle =
                BundleOf.tree(Map.of("1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\nCREATE TABLE $NAME (id int);\n"));

        var without = TOOL.files(Project.of(bundle));
        var with = TOOL.files(new Project(bundle, Options.none().with(Map.of("NAME", "a"))));

        assertThat(without.migrations()).singleElement().matches(Migration::isCode);
        assertThat(without.notes()).singleElement().asString().contains("NAME");
        assertThat(with.migrations().get(0).script().map(Script::text)).contains("CREATE TABLE a (id int);");
        assertThat(with.notes()).isEmpty();
    }

    @Test
    void twoFilesOfOneVersionAreRefusedAsGooseRefusesThem() {
        assertFails(Reason.DuplicateMigration, () -> files(Map.of("1_a.sql", UP, "01_b.sql", UP)))
                .contains("1_a.sql")
                .contains("version 1");
    }

    @Test
    void theNewestRowOfAVersionCounts() {
        var reading = TOOL.read(
                files(Map.of("1_a.sql", UP, "2_b.sql", UP, "3_c.sql", UP)),
                List.of(
                        row("1", true),
                        row("2", true),
                        row("3", true),
                        row("2", false),
                        row("3", false),
                        row("3", true)));

        assertThat(reading.applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(
                        tuple("1_a", State.FINISHED), tuple("2_b", State.ROLLED_BACK), tuple("3_c", State.FINISHED));
        assertThat(reading.notes()).singleElement().asString().startsWith("2_b: undone by an old version");
    }

    @Test
    void whatIsOlderThanTheNewestRowIsSaidToBeRefused() {
        var reading = TOOL.read(files(Map.of("1_a.sql", UP, "2_b.sql", UP)), List.of(row("2", true), row("9", true)));

        assertThat(reading.applied()).extracting(Applied::name).containsExactly("2_b", "9");
        assertThat(reading.notes()).singleElement().asString().contains("1_a").contains("-allow-missing");
    }

    @Test
    void whatIsThereIsRecordedByARow() {
        var commands = TOOL.commands(files(Map.of("db/1_a.sql", UP)), new HistoryTable("o'ps", "v\"1"));

        assertThat(commands.deploy()).isEqualTo("goose -dir db postgres \"$DATABASE_URL\" up");
        assertThat(commands.markApplied("1_a"))
                .contains(
                        "psql \"$DATABASE_URL\" -c 'INSERT INTO \"o'\\''ps\".\"v\"\"1\" (version_id, is_applied) VALUES (1, true)'");
        assertThat(commands.markRolledBack("1_a")).isEmpty();
    }

    @Test
    void theLockIsThatOfItsSessionLocker() {
        assertThat(TOOL.lock(TABLE, "orders")).contains(new Lock.Advisory(4097083626L));
    }

    private static Row row(String version, boolean applied) {
        return new Row(Map.of("version", version, "applied", applied ? "t" : "f", "ended", "1700000000.5", "age", "3"));
    }

    private static MigrationFiles files(Map<String, String> texts) {
        return TOOL.files(Project.of(BundleOf.tree(texts)));
    }
}
