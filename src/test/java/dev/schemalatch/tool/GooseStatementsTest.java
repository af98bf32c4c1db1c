package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.tool.Script.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GooseStatementsTest {

    @Test
    void aStatementEndsWithTheLineThatEndsInASemicolon() {
        var parts = parts("""
                -- anything

                -- +goose Up
                -- above
                CREATE TABLE a (
                  id int, -- within;
                  b int); -- after
                SELECT 1; SELECT 2;
                SELECT ';
                ';

                -- +goose Down
                DROP TABLE a;
                """);

        assertThat(parts)
                .containsExactly(
                        new Part("CREATE TABLE a (\n  id int, -- within;\n  b int); -- after", 5),
                        new Part("SELECT 1; SELECT 2;", 8),
                        new Part("SELECT ';", 9),
                        new Part("';", 10));
    }

    @Test
    void betweenBeginAndEndSemicolonsEndNothing() {
        var parts = parts("""
                -- +goose Up
                -- +goose StatementBegin
                CREATE FUNCTION f() RETURNS void AS $$
                BEGIN
                  -- kept;
                  NULL;

                END;
                $$ LANGUAGE plpgsql;
                -- +goose StatementEnd
                SELECT 1;
                """);

        assertThat(parts)
                .containsExactly(
                        new Part(
                                "CREATE FUNCTION f() RETURNS void AS $$\nBEGIN\n  -- kept;\n  NULL;\n\nEND;\n$$ LANGUAGE plpgsql;",
                                3),
                        new Part("SELECT 1;", 11));
    }

    @Test
    void carriageReturnsAreNotSent() {
        assertThat(parts("-- +goose Up\r\nSELECT\r\n 1;\r\n-- +goose Down\r\n"))
                .containsExactly(new Part("SELECT\n 1;", 2));
    }

    @Test
    void anEmptyStatementSwallowsTheLineAfterIt() {
        assertThat(parts("-- +goose Up\n-- +goose StatementBegin\n-- +goose StatementEnd\nSELECT 1;\nSELECT 2;\n"))
                .containsExactly(new Part("SELECT 2;", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;",
                "-- +goose up\n--   +goose no transaction\nSELECT 1;",
                "-- +goose Up\nSELECT 1;\n-- +goose Down\n-- +goose NO TRANSACTION\n",
                "--+goose Up\n--+goose NO TRANSACTION\nSELECT 1;"
            })
    void aTransactionIsDoneWithoutWhereverTheFileSaysSo(String text) {
        var read = GooseStatements.of(text, Map.of());

        assertThat(read.transaction()).isFalse();
        assertThat(read.parts()).extracting(Part::sql).containsExactly("SELECT 1;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT 1;|statement stands before",
                "\"\"|no line '-- +goose Up'",
                "-- +goose Down|'-- +goose Down' stands where none may",
                "-- +goose Up;-- +goose Up|'-- +goose Up' stands where none may",
                "-- +goose Up;-- +goose Down;-- +goose Down|'-- +goose Down' stands where none may",
                "-- +goose Up;-- +goose StatementBegin;SELECT 1|StatementEnd' is missing",
                "-- +goose Up;-- +goose StatementEnd|'-- +goose StatementEnd' stands where none may",
                "-- +goose Up;SELECT 1|no semicolon",
                "-- +goose Up;SELECT 1;-- +goose Down|no semicolon",
                "-- +goose Up;-- +goose Sideways|does not know its line",
                "\" -- +goose Up\"|does not know its line",
                "-- +goose Up +goose Down|does not know its line",
                "\ufeff-- +goose Up|statement stands before"
            })
    void aFileThatGooseRefusesSaysWhy(String lines, String why) {
        assertThat(GooseStatements.of(lines.replace(";", "\n"), Map.of()).unreadable())
                .hasValueSatisfying(said -> assertThat(said).contains(why));
    }

    @Test
    void variablesAreReplacedWhereTheFileAsksForIt() {
        var read = GooseStatements.of(
                "-- +goose Up\nSELECT '$A';\n-- +goose ENVSUB ON\nSELECT '${A}', '$B', $$x$$;\n-- +goose ENVSUB OFF\nSELECT '$B';",
                Map.of("A", "1"));

        assertThat(read.parts())
                .extracting(Part::sql)
                .containsExactly("SELECT '$A';", "SELECT '1', '', $x$;", "SELECT '$B';");
        assertThat(read.variables()).containsExactly("B");
    }

    @Test
    void variablesOfTheWayDownAreNotAskedFor() {
        var read = GooseStatements.of(
                "-- +goose ENVSUB ON\n-- +goose Up\nSELECT 1;\n-- +goose Down\nDROP TABLE ${NAME};", Map.of());

        assertThat(read.variables()).isEmpty();
        assertThat(read.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$A|abc|",
                "x${A}y|xabcy|",
                "$1 $ ${A}$|$1 $ abc$|",
                "\\$A \\\\ $$A|$A \\\\ $A|",
                "${N:-none} ${E:-none} ${E-none}|'none none '|",
                "${A:-none} ${A:+yes}${N:+yes} ${E+set}|abc yes set|",
                "${N:-${A:-x}} ${N:-$M}|'abc '|M",
                "${A:-$M}|abc|",
                "${#A} ${A:1} ${A:0:2} ${A: -1} ${A::1}|3 bc ab c a|",
                "${N:-a\\}b}|a}b|",
                "$N ${M}|' '|M N"
            })
    void theGrammarOfVariablesIsThatOfGoose(String line, String expanded, String unknown) {
        var asked = new TreeSet<String>();

        assertThat(GooseVariables.expand(line, Map.of("A", "abc", "E", ""), asked))
                .isEqualTo(expanded);
        assertThat(String.join(" ", asked)).isEqualTo(unknown == null ? "" : unknown);
    }

    private static List<Part> parts(String text) {
        var read = GooseStatements.of(text, Map.of());
        assertThat(read.unreadable()).isEmpty();
        return read.parts();
    }
}
