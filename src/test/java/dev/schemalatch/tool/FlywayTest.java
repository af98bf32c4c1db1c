package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import dev.schemalatch.tool.Script.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlywayTest {

    private static final Flyway FLYWAY = new Flyway();

    static Stream<RecordedRows> recorded() {
        return RecordedRows.of("flyway")
                .filter(recorded -> !recorded.expects("edited")
                        && !recorded.expects("pending: [R__")
                        && !recorded.expects("Names in any case"));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theChecksumOfEveryFileIsTheOneThatFlywayStored(RecordedRows recorded) {
        var files = FLYWAY.files(Project.of(recorded.bundle()));

        var newest = new TreeMap<String, String>();
        recorded.rows("(?:flyway_schema_history|migrations)").stream()
                .filter(row -> row.get(9).equals("true"))
                .forEach(row -> newest.put(row.get(4), row.get(5)));
        newest.forEach((script, checksum) -> files.named(script)
                .filter(found -> !found.isCode())
                .ifPresent(found -> assertThat(checksum).as(script).isIn(found.checksums())));
    }

    @Test
    void versionsAreNumbersBetweenDots() {
        assertThat(names("V1__a.sql", "V1.10__c.sql", "V1_2__b.sql", "V01.3.0__d.sql", "V20__z.sql", "V2__y.sql"))
                .containsExactly(
                        "V1__a.sql", "V1_2__b.sql", "V01.3.0__d.sql", "V1.10__c.sql", "V2__y.sql", "V20__z.sql");
    }

    @Test
    void repeatablesComeLastByDescription() {
        assertThat(names("R__b.sql", "V2__x.sql", "R__a.sql", "B2__y.sql"))
                .containsExactly("V2__x.sql", "B2__y.sql", "R__a.sql", "R__b.sql");
    }

    @Test
    void twoFilesOfOneVersionAreRefusedAsFlywayRefusesThem() {
        assertFails(Reason.DuplicateMigration, () -> names("V1__a.sql", "V1.0__b.sql"))
                .contains("V1.0__b.sql");
        assertFails(Reason.DuplicateMigration, () -> names("a/R__x.sql", "b/R__x.sql"))
                .contains("b/R__x.sql");
    }

    @Test
    void theFolderIsFoundInAProjectAndOtherDatabasesAreLeftOut() {
        var root = "src/main/resources/db/migration/";

        assertThat(names(
                        root + "V1__a.sql",
                        "src/main/java/db/migration/V2__B.java",
                        "target/classes/db/migration/V1__a.sql"))
                .containsExactly("V1__a.sql", "V2__B");
        assertThat(names(root + "postgresql/V1__a.sql", root + "mysql/V1__a.sql", root + "common/V2__b.sql"))
                .containsExactly("postgresql/V1__a.sql", "common/V2__b.sql");
        assertFails(Reason.LayoutUnknown, () -> names("one/db/migration/V1__a.sql", "two/db/migration/V1__a.sql"))
                .contains("one/db/migration/, two/db/migration/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (a) | BY_STATEMENT",
                "create unique index /* ; */ concurrently i on t (a) | BY_STATEMENT",
                "ALTER TYPE mood ADD VALUE 'x'; VACUUM t | BY_STATEMENT",
                "-- VACUUM | IN_TRANSACTION",
                "SELECT $$; VACUUM; $$, 'x; VACUUM' | IN_TRANSACTION",
                "SELECT E'\\'; VACUUM' | IN_TRANSACTION",
                "CREATE TABLE vacuum (a int) | IN_TRANSACTION",
                "DROP INDEX CONCURRENTLY i | BY_STATEMENT",
                "REINDEX TABLE t | IN_TRANSACTION",
                "REINDEX SCHEMA s | BY_STATEMENT"
            })
    void aStatementThatNeedsNoTransactionTakesItFromItsFile(String sql, Mode mode) {
        assertThat(script(Map.of("V1__a.sql", sql)).mode()).isEqualTo(mode);
    }

    @Test
    void settingsBesideAScriptDecideHowItIsSent() {
        assertThat(script(Map.of("V1__a.sql", "SELECT 1", "V1__a.sql.conf", "executeInTransaction=false"))
                        .mode())
                .isEqualTo(Mode.BY_STATEMENT);
        assertThat(script(Map.of("V1__a.sql", "SELECT '${x}'", "V1__a.sql.conf", "placeholderReplacement=false"))
                        .text())
                .isEqualTo("SELECT '${x}'");
    }

    @Test
    void whatAScriptChangesOfItsSessionDoesNotReachTheNextOne() {
        assertThat(script(Map.of("V1__a.sql", "SELECT pg_catalog.set_config('search_path', '', false);"))
                        .parts())
                .last()
                .satisfies(part -> assertThat(part.sql()).contains("RESET ROLE").contains("set_config('search_path'"));
    }

    @Test
    void aPlaceholderWithoutAValueIsNamedAndItsScriptNotRun() {
        var files = FLYWAY.files(Project.of(BundleOf.tree(Map.of("V1__a.sql", "CREATE ROLE ${app.user}"))));

        assertThat(files.notes()).singleElement().asString().contains("--placeholder app.user=...");
        assertThat(files.migrations().get(0).isCode()).isTrue();
    }

    @Test
    void namesThatLookLikeFlywaysAreCertain() {
        assertThat(FLYWAY.claims(BundleOf.tree("db/V1__a.sql"))).isEqualTo(Claim.CERTAIN);
        assertThat(FLYWAY.claims(BundleOf.flat("R__a.sql"))).isEqualTo(Claim.CERTAIN);
        assertThat(FLYWAY.claims(BundleOf.tree("V1.sql", "Readme.sql", "001_a.sql")))
                .isEqualTo(Claim.NONE);
    }

    @Test
    void theLockIsTheNameOfTheProgramAndTheHashOfTheTable() {
        // as pg_locks showed it while 11.20.3 ran
        assertThat(FLYWAY.lock(new HistoryTable("public", "flyway_schema_history"), "any"))
                .contains(new Lock.Advisory(77433833903597L));
    }

    @Test
    void whatAPaidEditionUndidIsRolledBackUntilItRunsAgain() {
        var files = FLYWAY.files(Project.of(BundleOf.tree("V1__a.sql", "V2__b.sql")));
        var undone = List.of(row("1", "a", "SQL"), row("2", "b", "SQL"), row("2", "b", "UNDO_SQL"));

        assertThat(FLYWAY.read(files, undone).applied())
                .extracting(Applied::state)
                .containsExactly(State.FINISHED, State.ROLLED_BACK);
        assertThat(FLYWAY.read(
                                files,
                                Stream.concat(undone.stream(), Stream.of(row("2", "b", "SQL")))
                                        .toList())
                        .applied())
                .extracting(Applied::state)
                .containsExactly(State.FINISHED, State.ROLLED_BACK, State.FINISHED);
    }

    @Test
    void aBaselineWithoutOlderFilesIsTheNewestBaselineScript() {
        var files = FLYWAY.files(Project.of(BundleOf.tree("B1__a.sql", "B2__b.sql", "V3__c.sql")));
        var reading = FLYWAY.read(files, List.of(row("2", "<< Flyway Baseline >>", "BASELINE")));

        assertThat(reading.applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(tuple("B2__b.sql", State.RESOLVED));
        assertThat(reading.shipped()).extracting(Migration::name).containsExactly("B2__b.sql", "V3__c.sql");
    }

    private static Row row(String version, String description, String type) {
        var values = new LinkedHashMap<String, String>();
        values.put("version", version);
        values.put("description", description);
        values.put("type", type);
        values.put("script", "V" + version + "__" + description + ".sql");
        values.put("success", "t");
        return new Row(values);
    }

    private static List<String> names(String... paths) {
        return FLYWAY.files(Project.of(BundleOf.tree(paths))).migrations().stream()
                .map(Migration::name)
                .toList();
    }

    private static Script script(Map<String, String> files) {
        return Optional.of(FLYWAY.files(Project.of(BundleOf.tree(files)))
                        .migrations()
                        .get(0))
                .flatMap(Migration::script)
                .orElseThrow();
    }
}
