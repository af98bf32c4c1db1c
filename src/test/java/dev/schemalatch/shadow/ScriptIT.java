package dev.schemalatch.shadow;

import static dev.schemalatch.shadow.ShadowFixture.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.tool.Content;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.Script;
import dev.schemalatch.tool.Script.Mode;
import dev.schemalatch.tool.Script.Part;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ways in which tools send a file. */
class ScriptIT {

    private static ShadowFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new ShadowFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static Migration migration(Script script) {
        return new Migration("m", "m.sql", new Content.Sql(script));
    }

    private static List<String> tablesAfter(Script script) {
        return fixture.shadows.embedded(Databases.ANY_MAJOR).scratch(plain(), scratch -> {
            scratch.apply(migration(script));
            return tables(scratch);
        });
    }

    private static List<String> tables(Scratch scratch) {
        return scratch.catalog().objects().keySet().stream()
                .filter(key -> key.type().equals("table"))
                .map(key -> key.identity())
                .toList();
    }

    private static ReplayException stopped(Script script) {
        return catchThrowableOfType(ReplayException.class, () -> tablesAfter(script));
    }

    @Test
    void statementsByThemselvesMayBeSuchAsRefuseATransaction() {
        var sql = "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY a_id ON a (id);";

        assertThat(tablesAfter(Script.byStatement(sql))).containsExactly("public.a");
        assertThat(stopped(Script.asItIs(sql)).stop().sqlState()).isEqualTo("25001");
        assertThat(stopped(Script.inTransaction(sql)).stop().sqlState()).isEqualTo("25001");
    }

    @Test
    void piecesInOneTransactionAreUndoneTogether() {
        var script = new Script(
                List.of(new Part("CREATE TABLE a ()", 1), new Part("CREATE TABLE a ()", 5)), Mode.IN_TRANSACTION);

        var left = fixture.shadows.embedded(Databases.ANY_MAJOR).scratch(plain(), scratch -> {
            assertThatThrownBy(() -> scratch.apply(migration(script))).isInstanceOf(ReplayException.class);
            scratch.execute("CREATE TABLE b ()");
            return tables(scratch);
        });

        assertThat(left).containsExactly("public.b");
    }

    @Test
    void piecesByThemselvesLeaveWhatCameBefore() {
        var script = new Script(List.of(new Part("CREATE TABLE a ()", 1), new Part("SELECT 1/0", 5)), Mode.AS_IT_IS);

        var left = fixture.shadows.embedded(Databases.ANY_MAJOR).scratch(plain(), scratch -> {
            assertThatThrownBy(() -> scratch.apply(migration(script))).isInstanceOf(ReplayException.class);
            return tables(scratch);
        });

        assertThat(left).containsExactly("public.a");
    }

    @Test
    void aFailureIsPlacedInTheFileWhateverPieceItIsIn() {
        var parts = List.of(
                new Part("CREATE TABLE a ();\nCREATE TABLE b ();", 3), new Part("CREATE TABLE c ();\nSELEC 1;", 10));

        for (var mode : List.of(Mode.AS_IT_IS, Mode.IN_TRANSACTION)) {
            var stop = stopped(new Script(parts, mode)).stop();

            assertThat(stop.statement()).isEqualTo(OptionalInt.of(4));
            assertThat(stop.of()).isEqualTo(4);
            assertThat(stop.line()).isEqualTo(OptionalInt.of(11));
        }
        var single = stopped(new Script(parts, Mode.BY_STATEMENT)).stop();
        assertThat(single.stoppedAt()).isEqualTo("statement 4 of 4");
        assertThat(single.line()).isEqualTo(OptionalInt.of(11));
    }

    @Test
    void whatOnlyTheCommitRefusesIsSaidToFailThere() {
        var script = Script.inTransaction("""
                CREATE TABLE a (id int PRIMARY KEY);
                CREATE TABLE b (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO b VALUES (1);""");

        assertThatThrownBy(() -> tablesAfter(script))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("at its COMMIT")
                .hasMessageContaining("23503");
    }

    @Test
    void aFileThatEndsItsTransactionItselfRunsAsItDoesForTheTool() {
        assertThat(tablesAfter(Script.inTransaction("CREATE TABLE a (); COMMIT; CREATE TABLE b ();")))
                .containsExactly("public.a", "public.b");
    }

    @Test
    void aProgramIsNeverRun() {
        assertThatThrownBy(() -> fixture.shadows.embedded(Databases.ANY_MAJOR).scratch(plain(), scratch -> {
                    scratch.apply(new Migration("m", "m.py", new Content.Code("Python")));
                    return "";
                }))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("Python");
    }
}
