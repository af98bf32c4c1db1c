package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code getActions} of {@code sqlMigration.ts} makes of files. */
class NodePgMigrateScriptTest {

    private static Script.Part up(String text) {
        return NodePgMigrateScript.up(text).parts().get(0);
    }

    @Test
    void theWayUpIsFromItsMarkToThatOfTheWayDown() {
        assertThat(up("-- Up Migration\nCREATE TABLE a ();\n\n-- Down Migration\nDROP TABLE a;\n"))
                .isEqualTo(new Script.Part("-- Up Migration\nCREATE TABLE a ();\n\n;", 1));
        assertThat(up("-- Down Migration\nDROP TABLE a;\n-- Up Migration\nCREATE TABLE a ();"))
                .isEqualTo(new Script.Part("-- Up Migration\nCREATE TABLE a ();", 3));
        assertThat(up("SELECT 1;\n-- Up Migration\nSELECT 2"))
                .isEqualTo(new Script.Part("-- Up Migration\nSELECT 2;", 2));
    }

    @Test
    void withoutItsMarkAllOfItIsTheWayUp() {
        assertThat(up("CREATE TABLE a ()")).isEqualTo(new Script.Part("CREATE TABLE a ();", 1));
        assertThat(up("CREATE TABLE a ();\n-- Down Migration\nDROP TABLE a;").sql())
                .endsWith("DROP TABLE a;");
        assertThat(up("").sql()).isEmpty();
        assertThat(NodePgMigrateScript.up("SELECT 1").mode()).isEqualTo(Script.Mode.IN_TRANSACTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Up Migration",
                "--up migration",
                "  -- UP   MIGRATIONS of all",
                "---- - Up\tMigration",
                "--\u00a0up\u2003migration",
                "SELECT 1;\r\n-- Up Migration\r\n",
                "--\nUp Migration"
            })
    void theMarkIsALineOfAComment(String text) {
        assertThat(NodePgMigrateScript.isMarked(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- Upmigration",
                "- Up Migration",
                "SELECT 1; -- Up Migration",
                "-- migrate:up",
                "-- +goose Up",
                "-- The Up Migration",
                "/* Up Migration */"
            })
    void nothingElseIs(String text) {
        assertThat(NodePgMigrateScript.isMarked(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'-'", "' '", "'\n'", "'--\n'", "'-- up '", "'--up migratio\n'"})
    void aFileThatIsMadeToKeepUsBusyDoesNot(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(NodePgMigrateScript.isMarked(text))
                .isFalse());
    }
}
