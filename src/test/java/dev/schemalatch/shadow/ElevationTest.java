package dev.schemalatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scratch database's superuser may be made to run, and what never. */
class ElevationTest {

    private final Elevation elevation = new Elevation(
            () -> {
                throw new AssertionError("nothing is to be run");
            },
            "schemalatch_replay_1",
            Trust.Strangers);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PUBLICATION p FOR ALL TABLES",
                "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION public.f()",
                "CREATE FOREIGN DATA WRAPPER w",
                "COMMENT ON LANGUAGE l IS 'x'"
            })
    void whatRunsNoCodeOfAStrangersIsLetThrough(String sql) {
        assertThat(elevation.allows(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION public.f() RETURNS int LANGUAGE c AS '/tmp/x', 'f'",
                "CREATE CAST (text AS integer) WITHOUT FUNCTION",
                "CREATE MATERIALIZED VIEW public.m AS SELECT public.f()",
                "CREATE INDEX i ON public.t (public.f(a))",
                "CREATE FOREIGN DATA WRAPPER w VALIDATOR public.f OPTIONS (a 'b')",
                "CREATE EVENT TRIGGER e ON login EXECUTE FUNCTION public.f()",
                "CREATE OPERATOR CLASS public.c FOR TYPE int4 USING btree AS FUNCTION 2 bttextsortsupport(internal)",
                "ALTER TABLE public.t ADD COLUMN a int DEFAULT public.f(), OWNER TO app",
                "ALTER FUNCTION public.f() OWNER TO schemalatch",
                "ALTER FUNCTION public.f() OWNER TO pg_execute_server_program",
                "ALTER FUNCTION public.f() OWNER TO app, schemalatch",
                "GRANT pg_execute_server_program TO app",
                "ALTER DATABASE d SET session_preload_libraries = 'x'"
            })
    void whatCouldRunAStrangersCodeIsNot(String sql) {
        assertThat(elevation.allows(sql)).isFalse();
    }
}
