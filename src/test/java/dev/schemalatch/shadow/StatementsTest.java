package dev.schemalatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0",
                "-- only; a comment|0",
                "/* a; /* nested; */ b; */|0",
                "SELECT 1|1",
                "SELECT 1; SELECT 2;|2",
                "SELECT 1;; SELECT 2|2",
                "SELECT ';' ; SELECT \";\"|2",
                "SELECT 'it''s; one'|1",
                "SELECT E'it\\'s; one'|1",
                "DO $$ BEGIN a; b; END $$; SELECT 1|2",
                "DO $x$ $$;$$ ; $x$|1",
                "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3|2",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN 1 END; END; SELECT 2|2",
                "BEGIN; SELECT 1; END; SELECT 2|4",
            })
    void aSemicolonEndsAStatementOnlyWherePsqlThinksSo(String sql, int count) {
        assertThat(Statements.of(sql == null ? "" : sql).count()).isEqualTo(count);
    }

    @Test
    void anOffsetBelongsToTheStatementItLiesInOrBefore() {
        var statements = Statements.of("SELECT 1;\n-- c\nSELECT 2;");

        assertThat(statements.numberAt(3)).hasValue(1);
        assertThat(statements.numberAt(12)).hasValue(2);
        assertThat(statements.numberAt(99)).hasValue(2);
        assertThat(statements.startOf(2)).hasValue(15);
        assertThat(Statements.of("").numberAt(0)).isEmpty();
    }

    @Test
    void aBackslashOutsideQuotesIsPsqls() {
        assertThat(Statements.of("SELECT '\\d';\n\\connect x").metaCommand()).hasValue(13);
        assertThat(Statements.of("SELECT E'\\n', $$\\x$$").metaCommand()).isEmpty();
    }
}
