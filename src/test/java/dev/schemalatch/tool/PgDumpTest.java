package dev.schemalatch.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgDumpTest {

    @Test
    void linesForPsqlAndForTheSessionGoAndLinesKeepTheirNumbers() {
        var dump = """
                \\restrict gkDFzvsi1eya3i
                SET statement_timeout = 0;
                SET transaction_timeout = 0;
                SET check_function_bodies = false;
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public.a ();
                \\unrestrict gkDFzvsi1eya3i
                """;

        assertThat(PgDump.forTheServer(dump)).isEqualTo("""



                SET check_function_bodies = false;
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public.a ();

                """);
    }

    @Test
    void nothingElseGoes() {
        var text = """
                \\connect orders
                \\restrict
                SET statement_timeout = '5s';
                  SET lock_timeout = 0;
                SELECT '\\restrict a';
                """;

        assertThat(PgDump.forTheServer(text)).isEqualTo(text);
    }
}
