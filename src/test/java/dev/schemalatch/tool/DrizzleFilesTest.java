package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrizzleFilesTest {

    private static final String JOURNAL = """
        {"version": "7", "dialect": "postgresql", "entries": [
          {"idx": 0, "version": "7", "when": 1700000000000, "tag": "0000_a", "breakpoints": true},
          {"idx": 1, "version": "7", "when": 1600000000000, "tag": "0001_b", "breakpoints": false}]}
        """;

    private static MigrationFiles files(Bundle bundle) {
        return new Drizzle().files(Project.of(bundle));
    }

    private static List<String> names(Bundle bundle) {
        return files(bundle).migrations().stream().map(Migration::name).toList();
    }

    private static Bundle journal(String text) {
        return BundleOf.tree(Map.of("meta/_journal.json", text));
    }

    @Test
    void theJournalSaysWhatRunsAndInWhichOrder() {
        var bundle = BundleOf.tree(Map.of(
                "web/package.json", "{}",
                "web/drizzle/meta/_journal.json", JOURNAL,
                "web/drizzle/meta/0000_snapshot.json", "{}",
                "web/drizzle/0000_a.sql", "SELECT 1",
                "web/drizzle/0001_b.sql", "SELECT 2",
                "web/drizzle/0002_c.sql", "SELECT 3",
                "web/drizzle/old/0003_d.sql", "SELECT 4"));

        assertThat(new Drizzle().claims(bundle)).isEqualTo(Claim.CERTAIN);
        assertThat(names(bundle)).containsExactly("0000_a", "0001_b");
        assertThat(files(bundle).migrations())
                .extracting(Migration::id)
                .containsExactly("1700000000000", "1600000000000");
        assertThat(files(bundle).notes())
                .singleElement()
                .asString()
                .startsWith("web/drizzle/0002_c.sql: not in the journal");
    }

    @Test
    void aFileThatTheJournalNamesInVainStillCounts() {
        var files = files(BundleOf.tree(Map.of("meta/_journal.json", JOURNAL, "0000_a.sql", "SELECT 1")));

        assertThat(files.migrations().get(1).content()).isInstanceOf(Content.Lacking.class);
        assertThat(files.notes()).singleElement().asString().contains("Drizzle refuses to run");
    }

    @Test
    void inAConfigMapTheJournalHasLostItsFolder() {
        var bundle =
                BundleOf.flat(Map.of("_journal.json", JOURNAL, "0000_a.sql", "SELECT 1", "0001_b.sql", "SELECT 2"));

        assertThat(new Drizzle().claims(bundle)).isEqualTo(Claim.CERTAIN);
        assertThat(names(bundle)).containsExactly("0000_a", "0001_b");
    }

    @Test
    void theJournalOfAnotherDatabaseIsNotRead() {
        var bundle = journal(JOURNAL.replace("postgresql", "sqlite"));

        assertThat(new Drizzle().claims(bundle)).isEqualTo(Claim.NONE);
        assertFails(Reason.ToolUnsupported, () -> files(bundle)).contains("sqlite");
        assertThat(new Drizzle().claims(journal(JOURNAL.replace("postgresql", "pg"))))
                .isEqualTo(Claim.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "no json",
                "{\"dialect\": \"postgresql\"}",
                "{\"dialect\": \"postgresql\", \"entries\": {\"tag\": \"a\"}}",
                "{\"dialect\": \"postgresql\", \"entries\": [{\"tag\": \"a\"}]}",
                "{\"dialect\": \"postgresql\", \"entries\": [{\"when\": 1}]}",
                "{\"dialect\": \"postgresql\", \"entries\": [{\"tag\": \"\", \"when\": 1}]}",
                "{\"dialect\": \"postgresql\", \"entries\": [null]}"
            })
    void aJournalThatIsNoneIsRefusedByItsName(String text) {
        assertFails(Reason.LayoutUnknown, () -> files(journal(text))).contains("meta/_journal.json");
    }

    @Test
    void aTagLeadsNowhereOutsideAndStandsOnce() {
        var outside = JOURNAL.replace("0001_b", "../../etc/passwd\\n");
        var twice = JOURNAL.replace("0001_b", "0000_a");

        assertThat(files(journal(outside)).migrations().get(1).content()).isInstanceOf(Content.Lacking.class);
        assertThat(files(journal(outside)).notes()).noneMatch(note -> note.contains("\n"));
        assertFails(Reason.DuplicateMigration, () -> files(journal(twice))).contains("0000_a twice");
    }

    @Test
    void theJournalNearestToTheTopIsMeantAndOfTwoTheOneOfPostgres() {
        var nested = BundleOf.tree(Map.of(
                "a/meta/_journal.json", JOURNAL,
                "a/b/meta/_journal.json", "x",
                "node_modules/c/meta/_journal.json", "x"));
        var siblings = BundleOf.tree(Map.of(
                "a/meta/_journal.json", JOURNAL, "b/meta/_journal.json", JOURNAL.replace("postgresql", "mysql")));
        var two = BundleOf.tree(Map.of("a/meta/_journal.json", JOURNAL, "b/meta/_journal.json", JOURNAL));

        assertThat(files(nested).migrations()).extracting(Migration::path).contains("a/0000_a.sql");
        assertThat(files(siblings).migrations()).extracting(Migration::path).contains("a/0000_a.sql");
        assertFails(Reason.LayoutUnknown, () -> files(two)).contains("a/meta/_journal.json, b/meta/_journal.json");
    }

    @Test
    void foldersWithSnapshotsAreDrizzlesAndWithoutThemMayBePrismas() {
        var with = BundleOf.tree("20231114221320_a/migration.sql", "20231114221320_a/snapshot.json");
        var without = BundleOf.tree("20231114221320_a/migration.sql", "20231114221500_b/migration.sql");
        var locked = BundleOf.tree("20231114221320_a/migration.sql", "migration_lock.toml");

        assertThat(Tools.claiming(with)).extracting(MigrationTool::name).containsExactly("Drizzle");
        assertThat(Tools.claiming(without)).extracting(MigrationTool::name).containsExactly("Drizzle", "Prisma");
        assertThat(Tools.only(without, Tools.claiming(without)).name()).isEqualTo("Prisma");
        assertThat(Tools.claiming(locked)).extracting(MigrationTool::name).containsExactly("Prisma");
    }

    @Test
    void aFolderIsAMigrationWhereItHasAScript() {
        var bundle = BundleOf.tree(
                "drizzle/20231114221500_b/migration.sql",
                "drizzle/20231114221320_a/migration.sql",
                "drizzle/20231114221320_a/snapshot.json",
                "drizzle/20231114221600_c/snapshot.json",
                "drizzle/x/y/migration.sql",
                "drizzle/schema.ts");

        assertThat(names(bundle)).containsExactly("20231114221320_a", "20231114221500_b");
        assertThat(files(bundle).migrations())
                .extracting(Migration::id)
                .containsExactly("1700000000000", "1700000100000");
        assertThat(names(BundleOf.flat("20231114221320_a__migration.sql"))).containsExactly("20231114221320_a");
        assertFails(Reason.LayoutUnknown, () -> files(BundleOf.tree("a.sql"))).contains("Drizzle");
    }

    @ParameterizedTest
    @CsvSource({
        "20231314221320_a, 1705270400000",
        "20240013221320, 1702505600000",
        "99991231235960_x, 253402300800000",
        "20230230000000_x, 1677715200000",
        "20231114222061_y, 1700000461000",
        "2023_x, 2023_x"
    })
    void timesThatAreNoneRollOverAsInJavaScript(String name, String milliseconds) {
        assertThat(DrizzleTime.of(name)).isEqualTo(milliseconds);
    }
}
