package dev.schemalatch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pairs are what PostgreSQL 14 and 15 spelled before a dump, and what they spelled after it was restored. */
class RespellingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            CHECK (((v)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))) | CHECK (((v)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text])))
            CHECK (((v)::text <> ALL ((ARRAY['a'::character varying])::text[]))) | CHECK (((v)::text <> ALL (ARRAY[('a'::character varying)::text])))
            CHECK (((v)::text = ANY ((ARRAY['a,b'::character varying, 'it''s'::character varying, '(x)'::character varying, 'ARRAY['::character varying])::text[]))) | CHECK (((v)::text = ANY (ARRAY[('a,b'::character varying)::text, ('it''s'::character varying)::text, ('(x)'::character varying)::text, ('ARRAY['::character varying)::text])))
            CHECK ((((upper((v)::text))::character varying)::text = ANY ((ARRAY['a'::character varying])::text[]))) | CHECK ((((upper((v)::text))::character varying)::text = ANY (ARRAY[('a'::character varying)::text])))
            CHECK ((n = ANY ((ARRAY[(id)::bigint, i8])::numeric[]))) | CHECK ((n = ANY (ARRAY[((id)::bigint)::numeric, (i8)::numeric])))
            CHECK (((v)::text = ANY ((ARRAY[v2, 'x'::character varying])::text[]))) | CHECK (((v)::text = ANY (ARRAY[(v2)::text, ('x'::character varying)::text])))
            CHECK (((v)::text = ANY ((ARRAY['a'::character varying, NULL::character varying])::text[]))) | CHECK (((v)::text = ANY (ARRAY[('a'::character varying)::text, (NULL::character varying)::text])))
            CHECK (((v)::text = ANY ((ARRAY['a'::character varying(5)])::text[]))) | CHECK (((v)::text = ANY (ARRAY[('a'::character varying(5))::text])))
            CHECK (((v)::text = ANY ((ARRAY[(('a'::text || 'b'::text))::character varying, 'c'::character varying])::text[]))) | CHECK (((v)::text = ANY (ARRAY[((('a'::text || 'b'::text))::character varying)::text, ('c'::character varying)::text])))
            ( SELECT 'x'::text) AS "?column?" | ( SELECT 'x'::text AS text) AS "?column?"
            (EXISTS ( SELECT 'x'::text, NULL::text, '-1'::integer FROM s)) | (EXISTS ( SELECT 'x'::text AS text, NULL::text AS text, '-1'::integer FROM s))
            SELECT x FROM (VALUES (1,'( VALUES ('::text)) v | SELECT x FROM ( VALUES (1,'( VALUES ('::text)) v
            SELECT true UNION SELECT false; | SELECT true UNION SELECT false AS bool;
            SELECT 'a'::character varying, 'b'::public.mood; | SELECT 'a'::character varying AS "varchar", 'b'::public.mood AS mood;
            """)
    void whatDumpAndRestoreSpellOtherwiseIsTheSame(String before, String after) {
        assertThat(Respelling.same(Optional.of(before), Optional.of(after))).isTrue();
    }

    @Test
    void aNameAtTheEndOfALineIsDroppedToo() {
        assertThat(Respelling.of(" SELECT '-1'::integer AS int4\n   FROM s"))
                .isEqualTo(" SELECT '-1'::integer\n   FROM s");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]) | = ANY (ARRAY[('a'::character varying)::text, ('c'::character varying)::text])
            = ANY ((ARRAY['a'::character varying])::text[]) | = ALL (ARRAY[('a'::character varying)::text])
            = ANY ((ARRAY['a'::character varying])::text[]) | = ANY (ARRAY[('a'::character varying)::name])
            SELECT 'x'::text AS kind; | SELECT 'x'::text;
            SELECT 'x'::text AS text; | SELECT 'x'::text AS "?column?";
            '(VALUES (1)' | '( VALUES (1)'
            '(ARRAY[1])::text[]' | 'ARRAY[(1)::text]'
            """)
    void whatSaysSomethingElseIsNot(String one, String other) {
        assertThat(Respelling.same(Optional.of(one), Optional.of(other))).isFalse();
    }

    @Test
    void anAttributeThatIsNotSetIsNotOneThatIs() {
        assertThat(Respelling.same(Optional.empty(), Optional.of("x"))).isFalse();
        assertThat(Respelling.same(Optional.empty(), Optional.empty())).isTrue();
    }

    @Test
    void nestedArraysAreReachedInside() {
        assertThat(Respelling.of("((ARRAY[ARRAY[a, b], ARRAY[c, d]])::text[])"))
                .isEqualTo("(ARRAY[ARRAY[(a)::text, (b)::text], ARRAY[(c)::text, (d)::text]])");
    }

    @Test
    void neitherHugeLiteralsNorBrokenTextBringItDown() {
        var huge = "SELECT '" + "it''s ".repeat(200_000) + "'::text AS text;";

        assertThat(Respelling.of(huge)).endsWith("'::text;");
        assertThat(Respelling.of("(ARRAY['a")).isEqualTo("(ARRAY['a");
        assertThat(Respelling.of("(ARRAY[1, (2])::text[")).isEqualTo("(ARRAY[1, (2])::text[");
    }
}
