package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.tool.Script.Mode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DieselFilesTest {

    private static final MigrationTool DIESEL = new Diesel();

    @Test
    void aFolderIsAMigrationAndItsVersionIsAText() {
        var bundle = BundleOf.tree(
                "migrations/2024-01-02-100000_b_c/up.sql",
                "migrations/2024-01-02-100000_b_c/down.sql",
                "migrations/1_a/up.sql",
                "migrations/20240103/up.sql",
                "migrations/.git/x",
                "migrations/empty/",
                "migrations/README.md");

        assertThat(DIESEL.files(Project.of(bundle)).migrations())
                .extracting(Migration::id, Migration::name)
                .containsExactly(
                        tuple("1", "1_a"),
                        tuple("20240102100000", "2024-01-02-100000_b_c"),
                        tuple("20240103", "20240103"));
    }

    @Test
    void aFolderWithoutItsScriptIsRefusedAsDieselRefusesIt() {
        var bundle = BundleOf.tree("1_a/up.sql", "2_b/down.sql");

        assertFails(Reason.LayoutUnknown, () -> DIESEL.files(Project.of(bundle)))
                .contains("the folder 2_b has no up.sql");
    }

    @Test
    void aVersionStandsOnceHoweverItIsWritten() {
        var bundle = BundleOf.tree("2024-01-02_a/up.sql", "20240102_b/up.sql");

        assertFails(Reason.DuplicateMigration, () -> DIESEL.files(Project.of(bundle)))
                .contains("2024-01-02_a and 20240102_b are both version 20240102");
    }

    @ParameterizedTest
    @CsvSource({
        "run_in_transaction = false, AS_IT_IS",
        "'# why\n  run_in_transaction=false # so', AS_IT_IS",
        "run_in_transaction = true, IN_TRANSACTION",
        // a file without the key is as good as false
        "'', AS_IT_IS",
        "# run_in_transaction = true, AS_IT_IS"
    })
    void theMetadataTakeTheTransactionAway(String metadata, Mode mode) {
        var bundle = BundleOf.tree(Map.of("1_a/up.sql", "SELECT 1", "1_a/metadata.toml", metadata));

        assertThat(DIESEL.files(Project.of(bundle))
                        .migrations()
                        .get(0)
                        .script()
                        .orElseThrow()
                        .mode())
                .isEqualTo(mode);
    }

    @Test
    void onlyWhatDieselsSetupMakesIsSurelyDiesels() {
        assertThat(DIESEL.claims(BundleOf.tree("migrations/1_a/up.sql"))).isEqualTo(Claim.POSSIBLE);
        assertThat(DIESEL.claims(BundleOf.tree("diesel.toml", "migrations/1_a/up.sql")))
                .isEqualTo(Claim.CERTAIN);
        assertThat(DIESEL.claims(BundleOf.tree("00000000000000_diesel_initial_setup/up.sql")))
                .isEqualTo(Claim.CERTAIN);
        assertThat(DIESEL.claims(BundleOf.tree("up.sql", "1_a/down.sql"))).isEqualTo(Claim.NONE);
        assertThat(DIESEL.claims(BundleOf.flat("1_a.up.sql"))).isEqualTo(Claim.NONE);
    }

    @Test
    void aRowIsWrittenByHand() {
        var files = DIESEL.files(Project.of(BundleOf.tree("2024-01-02_a/up.sql")));
        var table = DIESEL.historyTables(Optional.of("shop")).get(0);

        assertThat(DIESEL.commands(files, table).markApplied("2024-01-02_a"))
                .contains(
                        "psql \"$DATABASE_URL\" -c 'INSERT INTO \"shop\".\"__diesel_schema_migrations\" (version) VALUES"
                                + " ('\\''20240102'\\'')'");
    }
}
