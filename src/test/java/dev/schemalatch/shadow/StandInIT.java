package dev.schemalatch.shadow;

import static dev.schemalatch.shadow.ShadowFixture.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.testing.Databases;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings that are expected here are those of pgvector 0.8 and PostGIS 3. */
class StandInIT {

    private static final String ITEMS = """
            CREATE EXTENSION IF NOT EXISTS vector;
            CREATE TABLE items (id int, embedding vector(1536) NOT NULL, half halfvec(3), sparse sparsevec(7), bits bit(64));
            """;

    private static ShadowFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new ShadowFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static Map<String, String> attributes(Catalog catalog, String type, String attribute) {
        var found = new TreeMap<String, String>();
        catalog.objects().values().stream()
                .filter(object -> object.key().type().equals(type))
                .forEach(object -> object.attribute(attribute)
                        .ifPresent(value -> found.put(object.key().identity(), value)));
        return found;
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void pgvectorsTypesAndIndexesAreSpeltAsPgvectorSpellsThem(int major) {
        var catalog = fixture.replay(
                major,
                plain(),
                Scratch::catalog,
                ITEMS + """
                CREATE INDEX a ON items USING hnsw (embedding vector_cosine_ops) WITH (m = 16, ef_construction = 64);
                CREATE INDEX b ON items USING ivfflat (embedding vector_l2_ops) WITH (lists = 100);
                CREATE INDEX c ON items USING hnsw ((embedding::halfvec(1536)) halfvec_l2_ops) WITH (m = 24);
                CREATE INDEX d ON items USING hnsw (bits bit_hamming_ops) WITH (ef_construction = 40, m = 8);
                """,
                "CREATE INDEX CONCURRENTLY e ON items USING hnsw (sparse sparsevec_ip_ops) WITH (ef_construction = 99)");

        assertThat(attributes(catalog, "table column", "data_type"))
                .containsEntry("public.items.embedding", "public.vector(1536)")
                .containsEntry("public.items.half", "public.halfvec(3)")
                .containsEntry("public.items.sparse", "public.sparsevec(7)");
        assertThat(attributes(catalog, "index", "definition").values())
                .map(text -> text.replace("public.", ""))
                .containsExactly(
                        "CREATE INDEX a ON items USING hnsw (embedding vector_cosine_ops)",
                        "CREATE INDEX b ON items USING ivfflat (embedding)",
                        "CREATE INDEX c ON items USING hnsw (((embedding)::halfvec(1536)) halfvec_l2_ops)",
                        "CREATE INDEX d ON items USING hnsw (bits bit_hamming_ops)",
                        "CREATE INDEX e ON items USING hnsw (sparse sparsevec_ip_ops)");
        assertThat(attributes(catalog, "index", "options"))
                .isEqualTo(Map.of(
                        "public.a", "ef_construction='64', m='16'",
                        "public.b", "lists='100'",
                        "public.c", "m='24'",
                        "public.d", "ef_construction='40', m='8'",
                        "public.e", "ef_construction='99'"));
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void nothingOfAStandInIsReadAsTheMigrations(int major) {
        var without = fixture.replay(major, plain(), Scratch::catalog);
        var with =
                fixture.replay(major, plain(), Scratch::catalog, "CREATE EXTENSION vector; CREATE EXTENSION postgis;");

        assertThat(with.retain(object -> !object.key().type().equals("extension"))
                        .objects()
                        .keySet())
                .isEqualTo(without.retain(object -> !object.key().type().equals("extension"))
                        .objects()
                        .keySet());
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void searchFunctionsAndViewsOverVectorsReplay(int major) {
        var catalog = fixture.replay(major, plain(), Scratch::catalog, "CREATE SCHEMA extensions", """
                CREATE EXTENSION vector WITH SCHEMA extensions;
                SET search_path = public, extensions;
                CREATE TABLE documents (id bigint PRIMARY KEY, content text, embedding vector(768));
                CREATE INDEX ON documents USING ivfflat (embedding vector_cosine_ops) WITH (lists = 100);
                CREATE FUNCTION match_documents(query vector(768), threshold float, match_count int)
                RETURNS TABLE (id bigint, similarity float) LANGUAGE sql STABLE AS $$
                  SELECT d.id, 1 - (d.embedding <=> query) FROM documents d
                  WHERE 1 - (d.embedding <=> query) > threshold ORDER BY d.embedding <=> query LIMIT match_count
                $$;
                CREATE VIEW centre AS SELECT avg(embedding) AS embedding FROM documents;
                """);

        assertThat(attributes(catalog, "table column", "data_type"))
                .containsEntry("public.documents.embedding", "extensions.vector(768)");
        assertThat(attributes(catalog, "index", "definition").values())
                .anyMatch(text -> text.endsWith("USING ivfflat (embedding extensions.vector_cosine_ops)"));
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void postgisTypesAreSpeltAsPostgisSpellsThem(int major) {
        var catalog = fixture.replay(major, plain(), Scratch::catalog, "CREATE EXTENSION postgis", """
                CREATE TABLE places (any_shape geometry, point geometry(Point,4326), on_earth geography(Point),
                  areas geography(multipolygonzm, 4269), untyped geometry(Geometry, 3857), high geometry(PointZ),
                  lines geometry(LINESTRINGM,27700)[], extent box2d);
                CREATE INDEX a ON places USING gist (point);
                CREATE INDEX b ON places USING gist (any_shape gist_geometry_ops_nd);
                CREATE INDEX c ON places USING spgist (on_earth);
                """);

        assertThat(attributes(catalog, "table column", "data_type"))
                .containsEntry("public.places.any_shape", "public.geometry")
                .containsEntry("public.places.point", "public.geometry(Point,4326)")
                .containsEntry("public.places.on_earth", "public.geography(Point,4326)")
                .containsEntry("public.places.areas", "public.geography(MultiPolygonZM,4269)")
                .containsEntry("public.places.untyped", "public.geometry(Geometry,3857)")
                .containsEntry("public.places.high", "public.geometry(PointZ)")
                .containsEntry("public.places.lines", "public.geometry(LineStringM,27700)[]")
                .containsEntry("public.places.extent", "public.box2d");
        assertThat(attributes(catalog, "index", "definition").values())
                .map(text -> text.replace("public.", ""))
                .containsExactly(
                        "CREATE INDEX a ON places USING gist (point)",
                        "CREATE INDEX b ON places USING gist (any_shape gist_geometry_ops_nd)",
                        "CREATE INDEX c ON places USING spgist (on_earth)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO items (embedding) VALUES ('[1,2,3]')",
                "ALTER TABLE items ALTER half SET DEFAULT '[0, 0, 0]'",
                "ALTER TABLE items ADD v vector(3) DEFAULT array_fill(0::real, ARRAY[3])",
                "CREATE INDEX ON items USING hnsw (embedding vector_made_up_ops)",
                "CREATE INDEX ON items USING hnsw (embedding vector_l2_ops) WITH (m = 1)",
                "ALTER EXTENSION vector UPDATE TO '0.8.0'",
                "CREATE VIEW v AS SELECT function_of_a_later_version(embedding) FROM items",
                "INSERT INTO items (id) VALUES (1)",
            })
    void whatAStandInRefusesIsNotTheMigrationsFault(String sql) {
        var stopped = catchThrowableOfType(
                ReplayException.class, () -> fixture.replay(Databases.ANY_MAJOR, plain(), scratch -> "", ITEMS, sql));

        assertThat(stopped.failure().reason()).isEqualTo(Reason.ShadowUnsupported);
        assertThat(stopped.failure().message()).contains("m2", "spec.shadow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE items ()",
                "CREATE INDEX ON nowhere (id)",
                "CREATE TABEL x ()",
                "GRANT SELECT ON items TO nobody"
            })
    void whatNoExtensionHasAPartInIsTheMigrationsFault(String sql) {
        var stopped = catchThrowableOfType(
                ReplayException.class, () -> fixture.replay(Databases.ANY_MAJOR, plain(), scratch -> "", ITEMS, sql));

        assertThat(stopped.failure().reason()).isEqualTo(Reason.ReplayFailed);
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void saysWhatStoodIn(int major) {
        assertThat(fixture.replay(major, plain(), Scratch::standIns, "CREATE EXTENSION citext"))
                .isEmpty();
        assertThat(fixture.replay(
                        major, plain(), Scratch::standIns, "CREATE EXTENSION vector; CREATE EXTENSION postgis"))
                .containsExactly("postgis", "vector");
    }
}
