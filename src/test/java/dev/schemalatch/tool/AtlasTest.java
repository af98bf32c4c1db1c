package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import dev.schemalatch.tool.Script.Mode;
import dev.schemalatch.tool.Script.Part;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AtlasTest {

    private static final MigrationTool TOOL = new Atlas();
    private static final String CHECKPOINT = "-- atlas:checkpoint\n\nSELECT 1;";

    @Test
    void onlyAtlasWritesASumButNotAlwaysTheFilesBesideIt() {
        assertThat(TOOL.claims(BundleOf.tree("db/1_a.sql", "db/atlas.sum"))).isEqualTo(Claim.CERTAIN);
        assertThat(TOOL.claims(BundleOf.tree("1_a.up.sql", "atlas.sum"))).isEqualTo(Claim.POSSIBLE);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("1_a.sql", "-- +goose Up\n", "atlas.sum", ""))))
                .isEqualTo(Claim.POSSIBLE);
        assertThat(TOOL.claims(BundleOf.tree("1_a.sql"))).isEqualTo(Claim.NONE);
    }

    @Test
    void aVersionIsWhatStandsBeforeTheFirstUnderscore() {
        var files = files(Map.of("2_b_c.sql", "", "10_a.sql", "", "3.sql", "", "sub/4_d.sql", ""));

        assertThat(files.migrations())
                .extracting(Migration::id, Migration::name)
                .containsExactly(tuple("10", "10_a"), tuple("2", "2_b_c"), tuple("3", "3"));
    }

    @Test
    void aFileRunsInATransactionUnlessItSaysOtherwise() {
        assertThat(script("SELECT 1;")).isEqualTo(Script.inTransaction("SELECT 1;"));
        assertThat(script("-- atlas:txmode none\n\nSELECT 1;").mode()).isEqualTo(Mode.BY_STATEMENT);
        // not apart from the statement, so not the file's
        assertThat(script("-- atlas:txmode none\nSELECT 1;").mode()).isEqualTo(Mode.IN_TRANSACTION);
        assertThat(script("\n-- atlas:txmode none\n\nSELECT 1;").mode()).isEqualTo(Mode.IN_TRANSACTION);
    }

    @Test
    void aDelimiterCutsOnlyOutsideOfWhatHoldsTogether() {
        var script = script(
                "-- atlas:delimiter //\nSELECT '//' -- //\n, (1 /* // */ // 2), $x$ // $x$ //\n\nSELECT \"//\"//");

        assertThat(script.parts())
                .containsExactly(
                        new Part("SELECT '//' -- //\n, (1 /* // */ // 2), $x$ // $x$", 2),
                        new Part("SELECT \"//\"", 5));
    }

    @Test
    void aDelimiterMayBeEmptyLines() {
        assertThat(script("-- atlas:delimiter \\n\\n\\n\nSELECT 1;\n\nSELECT 2\n\n\nSELECT 3")
                        .parts())
                .extracting(Part::sql)
                .containsExactly("SELECT 1;\n\nSELECT 2", "SELECT 3");
    }

    @Test
    void aSumThatIsNotThatOfTheFilesIsSaid() {
        var sum = "h1:RyLnjkFsxXqkwP3AV52aNsbalrH3D5rHpyQHU/ALom0=\n";

        assertThat(files(Map.of("1_a.sql", "")).notes())
                .singleElement()
                .asString()
                .contains("atlas.sum: missing");
        assertThat(files(Map.of("1_a.sql", "", "atlas.sum", sum + "1_a.sql h1:x\n"))
                        .notes())
                .singleElement()
                .asString()
                .contains("changed by hand");
    }

    @Test
    void aDirectoryOfFlywaysIsNotRead() {
        assertFails(Reason.ToolUnsupported, () -> files(Map.of("V1__a.sql", "", "atlas.sum", "")))
                .contains("Flyway");
    }

    @Test
    void filesOfOtherToolsAreReadAsTheirOwn() {
        var goose = files(Map.of("1_a.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;"));
        var dbmate = files(Map.of("1_a.sql", "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;"));

        assertThat(goose.migrations().get(0).script().map(Script::text)).contains("SELECT 1;");
        assertThat(dbmate.migrations().get(0).script().map(Script::text)).contains("-- migrate:up\nSELECT 1;\n");
    }

    @Test
    void whatLiesBelowABaselineCountsAsApplied() {
        var reading = read(plain("1_a.sql", "2_b.sql", "3_c.sql"), row("2", 1, 0, 0));

        assertThat(reading.applied())
                .extracting(Applied::name, Applied::state)
                .containsExactly(tuple("1_a", State.RESOLVED), tuple("2_b", State.RESOLVED));
        assertThat(reading.shipped()).hasSize(3);
        assertThat(reading.notes()).isEmpty();
    }

    @Test
    void anEmptyDatabaseBeginsWithTheLastCheckpoint() {
        var files = Map.of("1_a.sql", "", "2_b.sql", CHECKPOINT, "3_c.sql", "", "4_d.sql", CHECKPOINT, "5_e.sql", "");

        assertThat(read(files).shipped()).extracting(Migration::name).containsExactly("4_d", "5_e");
        assertThat(read(files, row("2", 2, 1, 1)).shipped())
                .extracting(Migration::name)
                .containsExactly("2_b", "3_c", "5_e");
        assertThat(read(files, row("1", 2, 1, 1)).shipped())
                .extracting(Migration::name)
                .containsExactly("1_a", "3_c", "5_e");
    }

    @Test
    void stateIsToldByTypeAndStatements() {
        var files = plain("1_a.sql", "2_b.sql", "3_c.sql", "4_d.sql", "5_e.sql");
        var failed = with(row("4", 2, 1, 2), "log", "no");
        var reading = read(files, row("1", 2, 2, 2), row("2", 4, 0, 0), row("3", 6, 1, 2), failed, row("5", 2, 0, 3));

        assertThat(reading.applied())
                .extracting(Applied::state)
                .containsExactly(State.FINISHED, State.RESOLVED, State.RESOLVED, State.FAILED, State.UNFINISHED);
    }

    @Test
    void whatWasSetByHandAndComesLastIsGoneOnWith() {
        assertThat(read(plain("1_a.sql"), row("1", 6, 1, 2)).applied())
                .extracting(Applied::state)
                .containsExactly(State.UNFINISHED);
    }

    @Test
    void aRowWithoutAFileIsCalledByVersionAndDescription() {
        var gone = with(row("2", 2, 1, 1), "description", "create_b");

        assertThat(read(plain("1_a.sql"), row("1", 2, 1, 1), gone).applied())
                .extracting(Applied::name)
                .containsExactly("1_a", "2_create_b");
    }

    @Test
    void whatAtlasLeavesOutIsPendingAndSaid() {
        var reading = read(plain("1_a.sql", "2_b.sql", "3_c.sql", "4_d.sql"), row("2", 2, 1, 1), row("4", 2, 1, 1));

        assertThat(reading.notes())
                .satisfiesExactly(
                        below -> assertThat(below)
                                .startsWith("1_a: older than version 2, which this database began with"),
                        between -> assertThat(between).startsWith("3_c: older than version 4"));
    }

    @Test
    void afterAFileThatWasEditedNothingIsToldOfThoseBehindIt() {
        var before = files(plain("1_a.sql", "2_b.sql", "3_c.sql"));
        var rows = rows(before);
        var now = new HashMap<>(plain("1_a.sql", "2_b.sql", "3_c.sql"));
        now.put("2_b.sql", "edited");

        var reading = TOOL.read(files(now), rows);

        assertThat(edited(reading)).containsExactly("2_b");
        assertThat(reading.notes()).singleElement().asString().contains("2_b").endsWith("cannot be told: 3_c");
    }

    @Test
    void aFileThatWasAddedSinceIsLeftOutOfTheHashesOfThoseThatRanBefore() {
        var rows = rows(files(plain("1_a.sql", "3_c.sql")));

        assertThat(edited(TOOL.read(files(plain("1_a.sql", "2_b.sql", "3_c.sql")), rows)))
                .isEmpty();
    }

    @Test
    void commandsNameFolderAndSchema() {
        var files = files(Map.of("db/1_a.sql", "", "db/2_b.sql", ""));
        var commands = TOOL.commands(files, TOOL.historyTables(Optional.empty()).get(0));
        var rest = " --dir file://db --url \"$DATABASE_URL\" --revisions-schema atlas_schema_revisions";

        assertThat(commands.deploy()).isEqualTo("atlas migrate apply" + rest);
        assertThat(commands.markApplied("2_b")).contains("atlas migrate set 2" + rest);
        assertThat(commands.markRolledBack("2_b")).contains("atlas migrate set 1" + rest);
        assertThat(commands.markRolledBack("1_a"))
                .hasValueSatisfying(sql -> assertThat(sql).contains("DELETE FROM"));
    }

    @Test
    void theLockIsThatOfTheRealProgram() {
        assertThat(TOOL.lock(new HistoryTable("a", "b"), "orders")).contains(new Lock.Advisory(2686470616L));
    }

    private static List<String> edited(Reading reading) {
        Map<String, Applied> rows = new HashMap<>();
        reading.applied().forEach(row -> rows.put(row.name(), row));
        return reading.shipped().stream()
                .filter(migration -> Optional.ofNullable(rows.get(migration.name()))
                        .map(row -> !migration.matches(row))
                        .orElse(false))
                .map(Migration::name)
                .toList();
    }

    private static List<Row> rows(MigrationFiles files) {
        return files.migrations().stream()
                .map(migration -> with(
                        with(row(migration.id(), 2, 1, 1), "started", "170000000" + migration.id()),
                        "checksum",
                        migration.checksums().iterator().next()))
                .toList();
    }

    private static Row with(Row row, String column, String value) {
        var values = new LinkedHashMap<>(row.values());
        values.put(column, value);
        return new Row(values);
    }

    private static Row row(String version, int type, int applied, int total) {
        return new Row(Map.of("version", version, "type", "" + type, "applied", "" + applied, "total", "" + total));
    }

    private static Map<String, String> plain(String... names) {
        var texts = new HashMap<String, String>();
        List.of(names).forEach(name -> texts.put(name, "-- " + name));
        return texts;
    }

    private static Reading read(Map<String, String> texts, Row... rows) {
        return TOOL.read(files(texts), List.of(rows));
    }

    private static Script script(String text) {
        return files(Map.of("1_a.sql", text)).migrations().get(0).script().orElseThrow();
    }

    private static MigrationFiles files(Map<String, String> texts) {
        return TOOL.files(Project.of(BundleOf.tree(texts)));
    }
}
