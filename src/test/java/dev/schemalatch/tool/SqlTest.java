package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

    private static final HistoryTable TABLE = new HistoryTable("ops", "done");
    private static final DescribedTable NAMES = DescribedTable.of(TABLE, "script");

    @Test
    void numbersInNamesCountAsNumbersUnlessNamesAreToCount() {
        assertThat(names(NAMES, "10_c.sql", "9_b.sql", "b/1.sql", "09_a.sql", "notes.txt"))
                .containsExactly("09_a", "9_b", "10_c", "1");
        assertThat(names(NAMES.files(Optional.empty(), DescribedTable.Order.Name), "10_c.sql", "9_b.sql"))
                .containsExactly("10_c", "9_b");
        assertThat(names(NAMES, "99999999999999999999999_b.sql", "100000000000000000000000_c.sql"))
                .containsExactly("99999999999999999999999_b", "100000000000000000000000_c");
    }

    @Test
    void aPatternSaysWhatTheTableHolds() {
        var numbered = NAMES.files(Optional.of(FilePattern.of("V([0-9]+)__.*\\.sql")), DescribedTable.Order.Version);

        assertThat(names(numbered, "V2__b.sql", "V001__a.sql", "U1__a.sql")).containsExactly("001", "2");
        assertThat(files(numbered, "V1__a.sql", "U1__a.sql").notes())
                .singleElement()
                .asString()
                .contains("U1__a.sql");
        assertFails(Reason.DuplicateMigration, () -> files(numbered, "V1__a.sql", "V1__b.sql"))
                .contains("V1__a.sql");
        assertFails(Reason.LayoutUnknown, () -> files(numbered, "U1__a.sql")).contains("--sql-file");
        assertFails(Reason.LayoutUnknown, () -> files(numbered, "a.txt")).contains(".sql");
        assertThat(applied(numbered, Map.of("name", "1"), "V001__a.sql")).containsExactly("001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V([0-9+", "no group", "*", "(a){99999999999}"})
    void aPatternThatCannotBeUsedIsRefused(String expression) {
        assertFails(Reason.SpecInvalid, () -> FilePattern.of(expression)).contains("spec.migrations.sql.file");
    }

    @Test
    void aPatternThatGoesAstrayIsStopped() {
        var astray = FilePattern.of("((a+)+)+\\.sql");

        assertFails(Reason.SpecInvalid, () -> astray.name("a".repeat(60) + "!")).contains("nested repetitions");
        assertFails(Reason.SpecInvalid, () -> FilePattern.of("(a|b)*?(.*)").name("ab".repeat(400_000)));
        assertFails(Reason.SpecInvalid, () -> FilePattern.of("(" + "a".repeat(300) + ")"))
                .contains("200 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "md5, 0cc175b9c0f1b6a831c399e269772661",
        "md5, 0CC175B9C0F1B6A831C399E269772661",
        "md5, DMF1ucDxtqgxw5niaXcmYQ==",
        "sha1, 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8",
        "sha256, ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs",
        "crc32, e8b7be43",
        "crc32, 3904355907",
        "crc32, -390611389",
    })
    void checksumsAreKnownInTheirSpellings(SqlChecksum algorithm, String stored) {
        var content = "a".getBytes(StandardCharsets.UTF_8);

        assertThat(algorithm.spellings(content)).contains(stored);
        assertThat(algorithm.spellings("b".getBytes(StandardCharsets.UTF_8))).doesNotContain(stored);
    }

    @Test
    void withoutAnAlgorithmAnyChecksumFits() {
        var file = files(NAMES.checksum(Optional.of("sum"), Optional.empty()), "a.sql")
                .migrations()
                .get(0);

        for (var algorithm : SqlChecksum.values()) {
            assertThat(file.checksums())
                    .containsAll(algorithm.spellings("-- a.sql\n".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "t, FINISHED",
        "true, FINISHED",
        "1, FINISHED",
        "f, FAILED",
        "0, FAILED",
        "running, FAILED",
        ", UNFINISHED"
    })
    void aFlagSaysHowItEnded(String flag, State state) {
        var tool = tool(NAMES.success(Optional.of("ok")));
        var row = flag == null ? Map.of("name", "a") : Map.of("name", "a", "success", flag);

        assertThat(tool.read(files(NAMES, "a.sql"), List.of(new Row(row))).applied())
                .singleElement()
                .satisfies(applied -> assertThat(applied.state()).isEqualTo(state));
    }

    @Test
    void rowsMayCarryTheSuffixAndTheFolder() {
        assertThat(applied(NAMES, Map.of("name", "db/migrations/a.sql"), "a.sql"))
                .containsExactly("a");
        assertThat(applied(NAMES, Map.of("name", "b.sql"), "a.sql")).containsExactly("b.sql");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        var tool = tool(NAMES.at(Optional.of("ran")).checksum(Optional.of("sum"), Optional.empty()));
        var shape = new TableShape(TABLE, new TreeMap<>(Map.of("script", "text", "ran", "bigint")), new TreeSet<>());

        assertThat(tool.keeps(shape)).isFalse();
        assertThat(tool.lacking(shape)).contains("sum, ran (as a time)");
    }

    @Test
    void namesOfColumnsAreQuoted() {
        var tool = tool(DescribedTable.of(TABLE, "a\"; DROP TABLE x; --"));

        assertThat(tool.history(TABLE).text()).contains("\"a\"\"; DROP TABLE x; --\"::text");
    }

    @Test
    void withoutADescriptionNothingIsGuessed() {
        assertFails(Reason.SpecInvalid, () -> new Sql().files(Project.of(BundleOf.tree("a.sql"))))
                .contains("spec.migrations.sql", "--sql-table");
        assertThat(new Sql().keeps(new TableShape(TABLE, new TreeMap<>(Map.of("version", "text")), new TreeSet<>())))
                .isFalse();
    }

    @Test
    void aRowIsWrittenWithAllThatIsDescribed() {
        var described = NAMES.at(Optional.of("ran"))
                .checksum(Optional.of("sum"), Optional.of(SqlChecksum.md5))
                .success(Optional.of("ok"));

        assertThat(tool(described).commands(files(described, "a.sql"), TABLE).markApplied("a"))
                .hasValueSatisfying(command -> assertThat(command)
                        .contains("\"ops\".\"done\" (\"script\", \"ran\", \"sum\", \"ok\")")
                        .matches(".*now\\(\\), '\\\\''[0-9a-f]{32}'\\\\'', true\\)'"));
    }

    private static MigrationTool tool(DescribedTable described) {
        return new Sql().with(Options.none().with(described));
    }

    private static MigrationFiles files(DescribedTable described, String... paths) {
        return tool(described)
                .files(new Project(BundleOf.tree(paths), Options.none().with(described)));
    }

    private static List<String> names(DescribedTable described, String... paths) {
        return files(described, paths).migrations().stream()
                .map(Migration::name)
                .toList();
    }

    private static List<String> applied(DescribedTable described, Map<String, String> row, String... paths) {
        return tool(described).read(files(described, paths), List.of(new Row(row))).applied().stream()
                .map(Applied::name)
                .toList();
    }
}
