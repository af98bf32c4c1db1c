package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Event triggers, which only superusers make. */
final class EventTriggers implements Kind {

    @Override
    public String name() {
        return "event triggers";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'event trigger' AS type, pg_catalog.quote_ident(g.evtname) AS identity, pg_catalog.age(g.xmin) AS age,
                       g.evtevent AS event, g.evtfoid::pg_catalog.regprocedure AS function,
                       array_to_string(ARRAY(SELECT pg_catalog.quote_literal(x) FROM unnest(g.evttags) x ORDER BY 1), ', ') AS tags,
                       CASE g.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always' END AS state
                FROM pg_catalog.pg_event_trigger g
                WHERE g.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("event trigger");
    }

    @Override
    public String called(CatalogObject object) {
        return "EVENT TRIGGER " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE " + called(object)
                        + object.attribute("event").map(" ON "::concat).orElse("")
                        + object.attribute("tags")
                                .map(" WHEN TAG IN (%s)"::formatted)
                                .orElse("")
                        + object.attribute("function")
                                .map(" EXECUTE FUNCTION "::concat)
                                .orElse(""))
                .bySuperuser());
        object.attribute("state").ifPresent(state -> statements.add(switched(object, state)));
        return statements;
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).bySuperuser());
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return edit.attributes().equals(Set.of("state"))
                ? Optional.of(Alteration.of(switched(edit.to(), edit.to("state").orElse("enabled"))))
                : Optional.empty();
    }

    private Statement switched(CatalogObject object, String state) {
        return Statement.of("ALTER " + called(object) + " " + Attached.verb(state))
                .bySuperuser();
    }
}
