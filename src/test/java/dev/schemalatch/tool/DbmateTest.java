package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Script.Mode;
import dev.schemalatch.tool.Script.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DbmateTest {

    private static final MigrationTool TOOL = new Dbmate();
    private static final String UP = "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n";

    @Test
    void onlyDbmateWritesItsDirectives() {
        assertThat(TOOL.claims(BundleOf.tree(Map.of("db/migrations/1_a.sql", UP, "db/schema.sql", "SELECT 1;"))))
                .isEqualTo(Claim.CERTAIN);
        assertThat(TOOL.claims(BundleOf.tree("1_a.sql"))).isEqualTo(Claim.NONE);
        assertThat(TOOL.claims(BundleOf.tree(Map.of("a.sql", UP)))).isEqualTo(Claim.NONE);
    }

    @Test
    void filesRunInTheOrderOfTheirNamesAndVersionsAreText() {
        var files =
                files(Map.of("10_b.sql", UP, "9_c.sql", UP, "010_a.sql", UP, "1.sql", UP, "2nd.sql", UP, "x.sql", UP));

        assertThat(files.migrations())
                .extracting(Migration::id, Migration::name)
                .containsExactly(
                        tuple("010", "010_a"),
                        tuple("1", "1"),
                        tuple("10", "10_b"),
                        tuple("2", "2nd"),
                        tuple("9", "9_c"));
    }

    @Test
    void whatIsSentGoesFromTheDirectiveToTheNext() {
        assertThat(script("-- about\n\n--migrate:up\r\nSELECT 1;\r\n\n-- migrate:down\nSELECT 2;"))
                .isEqualTo(new Script(List.of(new Part("--migrate:up\r\nSELECT 1;\r\n\n", 3)), Mode.IN_TRANSACTION));
    }

    @ParameterizedTest
    @CsvSource({
        "-- migrate:up transaction:false,AS_IT_IS",
        "-- migrate:up  foo:bar transaction:false,AS_IT_IS",
        "-- migrate:up transaction:true transaction:false,AS_IT_IS",
        "-- migrate:up transaction:False,IN_TRANSACTION",
        "-- migrate:up transaction:false:x,IN_TRANSACTION",
        "-- migrate:up,IN_TRANSACTION"
    })
    void aDirectiveSaysWhetherThereIsATransaction(String directive, Mode mode) {
        assertThat(script(directive + "\nSELECT 1;\n-- migrate:down\n").mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;",
                "-- migrate:up\nSELECT 1;",
                "-- migrate:down\n-- migrate:up\n",
                "SELECT 1;\n" + UP,
                "-- migrate:up\n-- migrate:down\n-- migrate:down\n",
                "-- migrate:upwards\n-- migrate:down\n",
                " -- migrate:up\n-- migrate:down\n"
            })
    void aFileThatDbmateRefusesIsLackingAndSaysWhy(String text) {
        var files = files(Map.of("1_a.sql", UP, "2_b.sql", text));

        assertThat(files.named("2_b").orElseThrow().content()).isEqualTo(new Content.Lacking());
        assertThat(files.notes()).singleElement().asString().startsWith("2_b: dbmate does not run this file");
    }

    @Test
    void aSecondBlockNeverRunsToItsEnd() {
        var first = "-- migrate:up\nSELECT 1;\n";
        var down = "-- migrate:down\n";

        assertThat(script(first + down + "-- migrate:up\nSELECT 3;\n" + down).parts())
                .containsExactly(new Part(first, 1));
        assertThat(script(first + down + "-- migrate:up transaction:false\nSELECT 3;\n" + down)
                        .parts())
                .extracting(Part::sql)
                .containsExactly("BEGIN", first, "COMMIT", "-- migrate:up transaction:false\nSELECT 3;\n");
    }

    @Test
    void ofTwoFilesOfOneVersionTheSecondIsLeftOutAsItNeverRuns() {
        var files = files(Map.of("1_b.sql", UP, "1_a.sql", UP));

        assertThat(files.migrations()).extracting(Migration::name).containsExactly("1_a");
        assertThat(files.notes()).singleElement().asString().startsWith("1_b: left out");
    }

    @Test
    void whatIsOlderThanWhatIsAppliedIsSaid() {
        var reading = TOOL.read(
                files(Map.of("1_a.sql", UP, "2_b.sql", UP, "3_c.sql", UP)),
                List.of(new Row(Map.of("version", "2")), new Row(Map.of("version", "7"))));

        assertThat(reading.applied()).extracting(Applied::name).containsExactly("2_b", "7");
        assertThat(reading.notes()).singleElement().asString().startsWith("1_a: older than version 2");
    }

    @Test
    void railsHasATableOfTheSameLook() {
        assertThat(TOOL.keeps(shape("character varying", "goose_db_version"))).isTrue();
        assertThat(TOOL.keeps(shape("character varying", "ar_internal_metadata")))
                .isFalse();
        assertThat(TOOL.keeps(shape("bigint", ""))).isFalse();
    }

    @Test
    void commandsNameFolderAndTable() {
        var commands = TOOL.commands(files(Map.of("db/migrations/1_a.sql", UP)), new HistoryTable("ops", "applied"));

        assertThat(commands.deploy())
                .isEqualTo("dbmate --migrations-dir db/migrations --migrations-table ops.applied up");
        assertThat(commands.markApplied("1_a"))
                .contains("psql \"$DATABASE_URL\" -c 'INSERT INTO \"ops\".\"applied\" (version) VALUES ('\\''1'\\'')'");
        assertThat(commands.markRolledBack("1_a")).isEmpty();
    }

    private static TableShape shape(String type, String neighbour) {
        return new TableShape(
                new HistoryTable("public", "schema_migrations"),
                new TreeMap<>(Map.of("version", type)),
                new TreeSet<>(List.of(neighbour)));
    }

    private static Script script(String text) {
        return files(Map.of("1_a.sql", text)).migrations().get(0).script().orElseThrow();
    }

    private static MigrationFiles files(Map<String, String> texts) {
        return TOOL.files(Project.of(BundleOf.tree(texts)));
    }
}
