package dev.schemalatch.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexesTest {

    private final Indexes indexes = new Indexes();

    /** What a failed CREATE INDEX CONCURRENTLY leaves; no statement makes one on purpose. */
    @Test
    void anInvalidIndexIsBuiltAnew() {
        var valid = index("CREATE INDEX i ON public.t USING btree (a)", Map.of());
        var invalid = index("CREATE INDEX i ON public.t USING btree (a)", Map.of("state", "invalid"));

        assertThat(alter(invalid, valid)).containsExactly("REINDEX INDEX public.i");
        assertThat(alter(valid, invalid)).isEmpty();
    }

    @Test
    void storageParametersAreNoPartOfTheDefinition() {
        var index = index(
                "CREATE INDEX i ON public.t USING btree (b) WITH (fillfactor='50') WHERE (b = ' WITH ('::text)",
                Map.of("options", "fillfactor='50'"));

        assertThat(index.attribute("definition"))
                .contains("CREATE INDEX i ON public.t USING btree (b) WHERE (b = ' WITH ('::text)");
        assertThat(create(index).sql())
                .isEqualTo(
                        "CREATE INDEX i ON public.t USING btree (b) WITH (fillfactor='50') WHERE (b = ' WITH ('::text)");
    }

    @Test
    void theIndexOfAPartitionedTableIsMadeOnItsPartitionsTooUnlessItIsInvalid() {
        var definition = "CREATE INDEX i ON ONLY public.t USING btree (a)";

        assertThat(create(index(definition, Map.of())).sql()).isEqualTo("CREATE INDEX i ON public.t USING btree (a)");
        assertThat(create(index(definition, Map.of("state", "invalid"))).sql()).isEqualTo(definition);
    }

    @Test
    void duplicatesAreInTheWayOfAUniqueIndex() {
        assertThat(obstacle(
                        "CREATE UNIQUE INDEX i ON public.t USING btree (a DESC, lower(b) COLLATE \"C\") WHERE (a > 0)"))
                .contains(new Probe(
                        "duplicates of (a, lower(b)) in public.t",
                        "SELECT count(*) FROM (SELECT FROM ONLY public.t WHERE a IS NOT NULL AND lower(b) IS NOT NULL"
                                + " AND ((a > 0)) GROUP BY a, lower(b) HAVING count(*) > 1) AS duplicate"));
        assertThat(obstacle("CREATE UNIQUE INDEX i ON public.t USING btree (a) NULLS NOT DISTINCT")
                        .map(Probe::query))
                .contains(
                        "SELECT count(*) FROM (SELECT FROM ONLY public.t WHERE true GROUP BY a HAVING count(*) > 1) AS"
                                + " duplicate");
        assertThat(obstacle("CREATE INDEX i ON public.t USING btree (a)")).isEmpty();
    }

    private Optional<Probe> obstacle(String definition) {
        return create(index(definition, Map.of())).probe();
    }

    private Statement create(CatalogObject index) {
        return indexes.create(index, Blueprint.empty()).getFirst();
    }

    private List<String> alter(CatalogObject from, CatalogObject to) {
        return indexes
                .alter(new Edit(from, to, Blueprint.empty(), Blueprint.empty()))
                .orElseThrow()
                .statements()
                .stream()
                .map(Statement::sql)
                .toList();
    }

    private CatalogObject index(String definition, Map<String, String> more) {
        var values = new LinkedHashMap<String, String>();
        values.put("type", "index");
        values.put("identity", "public.i");
        values.put("within_type", "table");
        values.put("within_identity", "public.t");
        values.put("definition", definition);
        values.putAll(more);
        return indexes.object(new Row(values));
    }
}
