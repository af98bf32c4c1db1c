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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HasuraTest {

    private static final MigrationTool TOOL = new Hasura();

    @Test
    void aMigrationIsAFolderAndItsVersionANumber() {
        var files = files(Map.of(
                "9_b/up.sql", "x", "10_c/up.sql", "x", "1_a/down.sql", "x", "no_d/up.sql", "x", "1_a/notes.sql", "x"));

        assertThat(files.migrations())
                .extracting(Migration::id, Migration::name, Migration::path)
                .containsExactly(
                        tuple("1", "1_a", "1_a/down.sql"),
                        tuple("9", "9_b", "9_b/up.sql"),
                        tuple("10", "10_c", "10_c/up.sql"));
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000000_a/up.sql,CERTAIN",
        "m/default/1700000000000_a/up.sql,CERTAIN",
        "1_a/up.sql,POSSIBLE",
        "20240101000000_a/up.sql,POSSIBLE",
        "1550000000000_a.up.sql,POSSIBLE",
        "1_a.up.sql,NONE",
        "2024-01-01-000000_a/up.sql,NONE",
        "1700000000000_a/migration.sql,NONE"
    })
    void millisecondsAreHasurasOwn(String path, Claim claim) {
        assertThat(TOOL.claims(BundleOf.tree(path))).isEqualTo(claim);
    }

    @Test
    void emptyFilesDoNotCount() {
        assertThat(files(Map.of("1_a/up.sql", "", "2_b/up.sql", "x")).migrations())
                .extracting(Migration::name)
                .containsExactly("2_b");
    }

    @Test
    void metadataIsCountedAndNotRun() {
        var files = files(Map.of("1_a.up.sql", "x", "1_a.up.yaml", "- {}", "2_b.up.yaml", "- {}"));

        assertThat(files.migrations())
                .extracting(
                        Migration::name,
                        migration -> migration.script().orElseThrow().parts().size())
                .containsExactly(tuple("1_a", 1), tuple("2_b", 0));
        assertThat(files.notes()).hasSize(2).allSatisfy(note -> assertThat(note).contains("metadata"));
    }

    @Test
    void oneDatabaseOfAProjectIsToBeNamed() {
        var project = Map.of("m/default/1_a/up.sql", "x", "m/other/1_a/up.sql", "x");

        assertFails(Reason.LayoutUnknown, () -> files(project))
                .contains("m/default/")
                .contains("m/other/");
        assertThat(files(Map.of("m/default/1_a/up.sql", "x")).migrations())
                .extracting(Migration::name)
                .containsExactly("1_a");
    }

    @Test
    void twoFoldersOfOneVersionAreRefusedAsHasuraRefusesThem() {
        assertFails(Reason.DuplicateMigration, () -> files(Map.of("1_a/up.sql", "x", "01_b/up.sql", "x")))
                .contains("version 1");
    }

    @ParameterizedTest
    @CsvSource({
        "-- hasura:no-transaction,AS_IT_IS",
        "'  -- hasura:no-transaction  ',AS_IT_IS",
        "--hasura:no-transaction,IN_TRANSACTION",
        "-- hasura:no-transaction please,IN_TRANSACTION",
        "SELECT 1; -- hasura:no-transaction,IN_TRANSACTION",
        "SELECT 1,IN_TRANSACTION"
    })
    void theFirstLineSaysWhetherThereIsATransaction(String line, Mode mode) {
        var files = files(Map.of("1_a/up.sql", line + "\r\nSELECT 2;"));

        assertThat(files.migrations().get(0).script().orElseThrow().mode()).isEqualTo(mode);
    }

    @Test
    void versionsOfOtherDatabasesAreNotOurs() {
        var files = files(Map.of("1_a/up.sql", "x", "2_b/up.sql", "x"));
        var reading =
                TOOL.read(files, List.of(row("default", "1", "f"), row("default", "2", "t"), row("other", "3", "f")));

        assertThat(reading.applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(tuple("1_a", State.FINISHED), tuple("2_b", State.UNFINISHED));
        assertThat(reading.notes()).singleElement().asString().contains("default, other");
        assertThat(TOOL.read(files, List.of(row("pretia", "1", "f"))).applied()).hasSize(1);
    }

    @Test
    void stateAndTableAreBothKnown() {
        assertThat(TOOL.keeps(shape("hdb_catalog", Map.of("version", "text", "cli_state", "jsonb"))))
                .isTrue();
        assertThat(TOOL.keeps(shape("hdb_catalog", Map.of("version", "bigint", "dirty", "boolean"))))
                .isTrue();
        assertThat(TOOL.keeps(shape("public", Map.of("version", "bigint", "dirty", "boolean"))))
                .isFalse();
    }

    @Test
    void executionIsSkippedToWriteTheHistory() {
        var files = files(Map.of("17_a/up.sql", "x"));
        var tables = TOOL.historyTables(Optional.empty());

        assertThat(TOOL.commands(files, tables.get(0)).markApplied("17_a"))
                .contains("hasura migrate apply --database-name default --skip-execution --version 17");
        assertThat(TOOL.commands(files, tables.get(1)).markRolledBack("17_a"))
                .contains("hasura migrate apply --skip-execution --type down --version 17");
    }

    private static TableShape shape(String schema, Map<String, String> columns) {
        return new TableShape(new HistoryTable(schema, "x"), new TreeMap<>(columns), new TreeSet<>());
    }

    private static Row row(String source, String version, String dirty) {
        return new Row(Map.of("source", source, "version", version, "dirty", dirty));
    }

    private static MigrationFiles files(Map<String, String> texts) {
        return TOOL.files(Project.of(BundleOf.tree(texts)));
    }
}
