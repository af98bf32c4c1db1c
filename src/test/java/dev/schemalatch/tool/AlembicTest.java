package dev.schemalatch.tool;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlembicTest {

    private static final Alembic ALEMBIC = new Alembic();

    private final Map<String, String> files = new LinkedHashMap<>();

    @Test
    void revisionsStandInTheOrderOfTheirChainNotOfTheirNames() {
        revision("versions/a_third.py", "a", "'b'");
        revision("versions/b_second.py", "b", "'c'");
        revision("versions/c_first.py", "c", "None");

        assertThat(names()).containsExactly("c_first", "b_second", "a_third");
        assertThat(ALEMBIC.claims(BundleOf.tree(files))).isEqualTo(Claim.CERTAIN);
        assertThat(ALEMBIC.claims(BundleOf.flat(Map.of("a.py", text("a", "None")))))
                .isEqualTo(Claim.CERTAIN);
    }

    @Test
    void aNameThatDoesNotHoldTheRevisionIsNoName() {
        revision("versions/2024/01/02_create.py", "3f2a", "None");

        assertThat(names()).containsExactly("3f2a");
    }

    @Test
    void whatIsNoRevisionIsPassedOver() {
        revision("versions/a_one.py", "a", "None");
        files.put("versions/__init__.py", text("x", "None"));
        files.put("versions/.#a_one.py", text("x", "None"));
        files.put("versions/__pycache__/a_one.pyc", text("x", "None"));
        files.put("env.py", "target_metadata = None");
        files.put("lib/python3/site-packages/airflow/migrations/versions/x.py", text("x", "None"));
        files.put("tests/test_it.py", "assert module.down_revision == 'a'");

        assertThat(names()).containsExactly("a_one");
    }

    @Test
    void theRevisionOfAVeryOldFileIsItsName() {
        files.put("versions/1975ea83b712.py", "down_revision = None");

        assertThat(names()).containsExactly("1975ea83b712");
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous.revision", "'a' + suffix", "f'{a}'"})
    void aChainThatOnlyPythonKnowsIsRefused(String down) {
        revision("versions/b.py", "b", down);

        assertFails(Reason.LayoutUnknown, this::names).contains("versions/b.py", "down_revision");
    }

    @Test
    void circlesTwinsAndSeveralEnvironmentsAreRefused() {
        revision("versions/a.py", "a", "'b'");
        revision("versions/b.py", "b", "'a'");
        assertFails(Reason.LayoutUnknown, this::names).contains("circle");

        files.clear();
        revision("versions/a.py", "a", "None");
        revision("versions/copy_of_a.py", "a", "None");
        assertFails(Reason.DuplicateMigration, this::names).contains("versions/a.py", "versions/copy_of_a.py");

        files.clear();
        files.put("shop/env.py", "");
        files.put("audit/env.py", "");
        revision("shop/versions/a.py", "a", "None");
        revision("audit/versions/b.py", "b", "None");
        assertFails(Reason.LayoutUnknown, this::names).contains("audit/, shop/");

        files.clear();
        files.put("README.md", "");
        assertFails(Reason.LayoutUnknown, this::names).contains("down_revision");
    }

    @Test
    void aRowStandsForAllBelowIt() {
        revision("versions/a.py", "a", "None");
        revision("versions/b.py", "b", "'a'");
        files.put("versions/x.py", "revision = 'x'\ndown_revision = None\nbranch_labels = ('audit',)\n");
        files.put("versions/m.py", text("m", "('b', 'x')"));
        files.put("versions/n.py", "revision = 'n'\ndown_revision = 'b'\ndepends_on = 'audit'\n");

        assertThat(applied("b")).containsExactly("a", "b");
        assertThat(applied("m")).containsExactlyInAnyOrder("a", "b", "x", "m");
        assertThat(applied("n")).containsExactlyInAnyOrder("a", "b", "x", "n");
        assertThat(applied("a", "x")).containsExactlyInAnyOrder("a", "x");
        assertThat(applied()).isEmpty();
        assertThat(files().notes()).anyMatch(note -> note.contains("2 heads here (m, n)"));
    }

    @Test
    void aRowWithoutAFileIsMissingAndTheRestIsTakenForApplied() {
        revision("versions/a.py", "a", "None");
        revision("versions/b.py", "b", "'a'");
        revision("versions/d.py", "d", "'c'");

        assertThat(applied("c")).containsExactly("a", "b", "c");
        assertThat(applied("c", "b")).containsExactly("a", "b", "c");
        assertThat(applied("d")).containsExactly("a", "b", "c", "d");
        assertThat(ALEMBIC.read(files(), rows("c")).notes())
                .singleElement()
                .asString()
                .contains("c", "(2)");
        assertThat(files().notes()).anyMatch(note -> note.contains("stand on c, which no file has"));
    }

    @Test
    void thousandsOfRevisionsAreNoBurden() {
        for (var i = 0; i < 5000; i++) {
            revision(
                    "versions/%05d.py".formatted(i),
                    "r%05d".formatted(i),
                    i == 0 ? "None" : "'r%05d'".formatted(i - 1));
        }

        assertThat(names()).hasSize(5000).startsWith("r00000").endsWith("r04999");
        assertThat(applied("r04999")).hasSize(5000);
    }

    @Test
    void commandsNameTheRevision() {
        revision("versions/3f2a_create.py", "3f2a", "None");
        var commands = ALEMBIC.commands(files(), new HistoryTable("public", "alembic_version"));

        assertThat(commands.deploy()).isEqualTo("alembic upgrade head");
        assertThat(commands.markApplied("3f2a_create")).contains("alembic stamp 3f2a");

        revision("versions/77aa_more.py", "77aa", "None");
        assertThat(ALEMBIC.commands(files(), new HistoryTable("public", "alembic_version"))
                        .deploy())
                .isEqualTo("alembic upgrade heads");
    }

    private void revision(String path, String id, String down) {
        files.put(path, text(id, down));
    }

    private static String text(String id, String down) {
        return "revision: str = '%s'\ndown_revision: Union[str, None] = %s\nbranch_labels = None\ndepends_on = None\n"
                .formatted(id, down);
    }

    private MigrationFiles files() {
        return ALEMBIC.files(Project.of(BundleOf.tree(files)));
    }

    private List<String> names() {
        return files().migrations().stream().map(Migration::name).toList();
    }

    private List<String> applied(String... versions) {
        return ALEMBIC.read(files(), rows(versions)).applied().stream()
                .map(Applied::name)
                .toList();
    }

    private static List<Row> rows(String... versions) {
        return Stream.of(versions)
                .map(version -> new Row(Map.of("version", version, "age", "3")))
                .toList();
    }
}
