package dev.schemalatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorIndexesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX ON t USING ivfflat (e vector_l2_ops) WITH (lists = 100)"
                        + "|CREATE INDEX ON t USING ivfflat (e vector_l2_ops) WITH (pages_per_range = 100)",
                "CREATE INDEX ON t USING hnsw (e vector_l2_ops) with (m=16) WHERE a"
                        + "|CREATE INDEX ON t USING hnsw (e vector_l2_ops) WITH (pages_per_range = 16016) WHERE a",
                "create index concurrently i on t using HNSW((e::halfvec(3)) halfvec_l2_ops) WITH (m = 16, ef_construction = '64')"
                        + "|create index concurrently i on t using HNSW((e::halfvec(3)) halfvec_l2_ops) WITH (pages_per_range = 16080)",
                "CREATE INDEX i ON t USING hnsw (e) WITH (ef_construction = 64, m = 16); SELECT 1;"
                        + "|CREATE INDEX i ON t USING hnsw (e) WITH (pages_per_range = 16080, autosummarize = true); SELECT 1;",
                "DO $$ BEGIN EXECUTE 'CREATE INDEX ON t USING ivfflat (e) WITH (lists = 5)'; END $$"
                        + "|DO $$ BEGIN EXECUTE 'CREATE INDEX ON t USING ivfflat (e) WITH (pages_per_range = 5)'; END $$",
            })
    void packsTheParametersOfItsIndexes(String sql, String packed) {
        assertThat(VectorIndexes.pack(sql)).isEqualTo(packed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX ON t USING hnsw (e vector_l2_ops)",
                "CREATE INDEX ON t USING hnsw (e) WITH (m = 101)",
                "CREATE INDEX ON t USING hnsw (e) WITH (lists = 100)",
                "CREATE INDEX ON t USING hnsw (e) WITH (m = 16, m = 17)",
                "CREATE INDEX ON t USING hnsw (e) WITH (m = 016)",
                "CREATE INDEX ON t USING gin (e) WITH (fastupdate = off)",
                "CREATE INDEX ON t USING hnsw (e",
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'CREATE INDEX ON t USING ivfflat (e) WITH (lists = 5)'",
                "SELECT 'CREATE INDEX ON t USING ivfflat (e) WITH (lists = 5)'",
            })
    void leavesEverythingElseByteForByte(String sql) {
        assertThat(VectorIndexes.pack(sql)).isEqualTo(sql);
    }

    @Test
    void leavesLinesWhereTheyAre() {
        var sql =
                "-- one\nCREATE INDEX i ON t\n  USING hnsw (e)\n  WITH (\n    m = 16,\n    ef_construction = 64\n  );\nSELECT 1;\n";

        assertThat(VectorIndexes.pack(sql).lines().count())
                .isEqualTo(sql.lines().count());
        assertThat(VectorIndexes.pack(sql).lines()).element(7).isEqualTo("SELECT 1;");
    }
}
