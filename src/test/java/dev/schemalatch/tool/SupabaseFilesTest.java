package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.tool.Script.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupabaseFilesTest {

    private static final MigrationTool SUPABASE = new Supabase();

    @ParameterizedTest
    @ValueSource(strings = {"", "supabase/migrations/", "apps/web/supabase/migrations/"})
    void theFolderIsFoundWhereverItIs(String folder) {
        var bundle = BundleOf.tree(folder + "20240101000000_a.sql", folder + "20240102000000_b_c.sql", "package.json");

        assertThat(names(bundle)).containsExactly("20240101000000_a", "20240102000000_b_c");
    }

    @Test
    void onlyItsFolderOrItsConfigurationIsSurelySupabases() {
        assertThat(SUPABASE.claims(BundleOf.tree("supabase/migrations/1_a.sql")))
                .isEqualTo(Claim.CERTAIN);
        assertThat(SUPABASE.claims(BundleOf.tree(
                        Map.of("config.toml", "project_id = \"shop\"\n", "migrations/1_a.sql", "SELECT 1"))))
                .isEqualTo(Claim.CERTAIN);
        assertThat(SUPABASE.claims(BundleOf.tree("migrations/20240101000000_a.sql")))
                .isEqualTo(Claim.POSSIBLE);
        assertThat(SUPABASE.claims(BundleOf.flat("20240101000000_a.sql"))).isEqualTo(Claim.POSSIBLE);
        assertThat(SUPABASE.claims(BundleOf.tree("migrations/1_a.sql"))).isEqualTo(Claim.NONE);
    }

    @Test
    void whatTheProgramSkipsIsSaid() {
        var bundle = BundleOf.tree(
                "supabase/migrations/20211208000000_init.sql",
                "supabase/migrations/20240101000000_a.sql",
                "supabase/migrations/20211207000000_init.sql",
                "supabase/migrations/seed.sql",
                "supabase/migrations/README.md",
                "supabase/migrations/old/20240101000000_b.sql");

        assertThat(names(bundle)).containsExactly("20211208000000_init", "20240101000000_a");
        assertThat(SUPABASE.files(Project.of(bundle)).notes())
                .hasSize(2)
                .anySatisfy(note -> assertThat(note).contains("20211207000000_init.sql"))
                .anySatisfy(note -> assertThat(note).contains("seed.sql"));
    }

    @Test
    void aVersionStandsOnce() {
        var bundle = BundleOf.tree("supabase/migrations/1_a.sql", "supabase/migrations/1_b.sql");

        assertFails(Reason.DuplicateMigration, () -> SUPABASE.files(Project.of(bundle)))
                .contains("1_a.sql and 1_b.sql");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE TABLE a (); CREATE TABLE b (), IN_TRANSACTION",
        "CREATE INDEX CONCURRENTLY i ON a (b), AS_IT_IS",
        "/* slow; */ create unique index concurrently i on a (b); SELECT 1, AS_IT_IS",
        "SELECT 1; CREATE INDEX CONCURRENTLY i ON a (b), IN_TRANSACTION",
        "VACUUM a; SELECT 1, AS_IT_IS",
        "'', IN_TRANSACTION"
    })
    void onlyAFirstStatementMayStandInNoTransaction(String sql, Mode mode) {
        var files = SUPABASE.files(Project.of(BundleOf.tree(Map.of("supabase/migrations/1_a.sql", sql))));

        assertThat(files.migrations().get(0).script().orElseThrow().mode()).isEqualTo(mode);
    }

    @Test
    void aVersionIsRepairedByItsNumber() {
        var files = SUPABASE.files(Project.of(BundleOf.tree("supabase/migrations/20240101000000_a.sql")));
        var table = SUPABASE.historyTables(Optional.empty()).get(0);

        assertThat(SUPABASE.commands(files, table).markApplied("20240101000000_a"))
                .contains("supabase migration repair --status applied 20240101000000");
    }

    private static List<String> names(Bundle bundle) {
        return SUPABASE.files(Project.of(bundle)).migrations().stream()
                .map(Migration::name)
                .toList();
    }
}
