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

class SqlxFilesTest {

    private static final MigrationTool SQLX = new Sqlx();
    private static final HistoryTable TABLE =
            SQLX.historyTables(Optional.empty()).get(0);

    @Test
    void versionsAreNumbersAndWhatIsNoMigrationIsPassedOver() {
        var bundle = BundleOf.tree(
                "migrations/0010_d.sql",
                "migrations/2_b.up.sql",
                "migrations/2_b.down.sql",
                "migrations/+3_c.sql",
                "migrations/1_a.sql",
                "migrations/notes_of_mine.txt",
                "migrations/seeds.sql",
                "migrations/old/1_a.sql",
                "Cargo.toml");

        assertThat(names(bundle)).containsExactly("1_a", "2_b", "+3_c", "0010_d");
        assertThat(SQLX.files(Project.of(bundle)).migrations().stream().map(Migration::id))
                .containsExactly("1", "2", "3", "10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create_users.sql", "_a.sql", "1.5_a.sql", "99999999999999999999_a.sql"})
    void whatSqlxStopsAtIsRefused(String name) {
        assertFails(Reason.LayoutUnknown, () -> SQLX.files(Project.of(BundleOf.tree("1_a.sql", name))))
                .contains(name)
                .contains("whole number");
    }

    @Test
    void aVersionStandsOnceHoweverItIsWritten() {
        assertFails(Reason.DuplicateMigration, () -> SQLX.files(Project.of(BundleOf.tree("1_a.sql", "01_b.sql"))))
                .contains("01_b.sql and 1_a.sql");
    }

    @ParameterizedTest
    @CsvSource({
        "'-- no-transaction\nSELECT 1', AS_IT_IS",
        "'-- no-transactions', AS_IT_IS",
        "' -- no-transaction', IN_TRANSACTION",
        "'SELECT 1;\n-- no-transaction', IN_TRANSACTION"
    })
    void onlyTheVeryFirstWordsTakeTheTransactionAway(String sql, Mode mode) {
        var files = SQLX.files(Project.of(BundleOf.tree(Map.of("1_a.sql", sql))));

        assertThat(files.migrations().get(0).script().orElseThrow().mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"1_a_b.sql,a b", "1_a_b.up.sql,a b", "1_a.sql.sql,a", "1_.sql,''"})
    void theDescriptionIsTheRestOfTheName(String name, String description) {
        var migration = SQLX.files(Project.of(BundleOf.flat(name))).migrations().get(0);

        assertThat(SqlxFiles.description(migration)).isEqualTo(description);
    }

    @Test
    void whatARunWouldRecordIsWrittenByHand() {
        var files = SQLX.files(Project.of(BundleOf.tree(Map.of("1_it's.sql", ""))));

        // SHA-384 of nothing
        assertThat(SQLX.commands(files, TABLE).markApplied("1_it's"))
                .contains(
                        "psql \"$DATABASE_URL\" -c 'INSERT INTO \"public\".\"_sqlx_migrations\" (version, description, success,"
                                + " checksum, execution_time) VALUES (1, '\\''it'\\'''\\''s'\\'', true, decode('\\''38b060a751ac96384cd9327eb1b1"
                                + "e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b'\\'', '\\''hex'\\''), 0)'");
    }

    // CRC-32 of the name by another program
    @Test
    void theLockIsOneForEachDatabase() {
        assertThat(SQLX.lock(TABLE, "postgres")).contains(new Lock.Advisory(0x3d32ad9eL * 0x156a8775L));
    }

    private static List<String> names(Bundle bundle) {
        return SQLX.files(Project.of(bundle)).migrations().stream()
                .map(Migration::name)
                .toList();
    }
}
