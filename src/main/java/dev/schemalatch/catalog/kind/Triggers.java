package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Triggers of tables and views. Those that a partition has from its parent are the parent's: only a state of its own makes
 * one an object, which names the state of the parent's too.
 */
final class Triggers implements Kind {

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                , standing AS (
                  SELECT t.*, pg_catalog.age(t.xmin) AS age, CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always'
                                               ELSE 'enabled' END AS state
                  FROM pg_catalog.pg_trigger t
                ), lineage AS (
                  WITH RECURSIVE upwards AS (
                    SELECT t.oid, t.tgparentid AS ancestor FROM pg_catalog.pg_trigger t WHERE t.tgparentid <> 0
                    UNION ALL
                    SELECT u.oid, t.tgparentid FROM upwards u JOIN pg_catalog.pg_trigger t ON t.oid = u.ancestor
                    WHERE t.tgparentid <> 0)
                  SELECT u.oid, t.tgname, t.tgrelid
                  FROM upwards u JOIN pg_catalog.pg_trigger t ON t.oid = u.ancestor
                  WHERE t.tgparentid = 0 AND NOT t.tgisinternal
                )
                SELECT 'trigger' AS type, pg_catalog.quote_ident(t.tgname) || ' on ' || r.identity AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity,
                       NULL AS inherited_type, NULL AS inherited_identity, t.age,
                       pg_catalog.pg_get_triggerdef(t.oid) AS definition, NULLIF(t.state, 'enabled') AS state,
                       NULL AS state_of_parent, NULL AS hint_superuser
                FROM standing t JOIN relation r ON r.oid = t.tgrelid
                WHERE NOT t.tgisinternal AND t.tgparentid = 0
                  AND t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass)
                UNION ALL
                SELECT 'trigger', pg_catalog.quote_ident(t.tgname) || ' on ' || r.identity, r.schema,
                       r.type, r.identity,
                       'trigger', pg_catalog.quote_ident(l.tgname) || ' on ' || a.identity, t.age,
                       NULL, t.state, p.state, CASE WHEN t.tgisinternal THEN 'true' END
                FROM standing t JOIN standing p ON p.oid = t.tgparentid JOIN lineage l ON l.oid = t.oid
                JOIN relation r ON r.oid = t.tgrelid JOIN relation a ON a.oid = l.tgrelid
                WHERE t.tgenabled <> p.tgenabled
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("trigger");
    }

    @Override
    public String called(CatalogObject object) {
        return Attached.called("TRIGGER", object);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var statements = new ArrayList<Statement>();
        object.attribute("definition")
                .ifPresent(definition -> statements.add(Statement.of(definition).locking(Lock.ShareRowExclusive)));
        object.attribute("state").ifPresent(state -> statements.add(switched(object, state)));
        return statements;
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(object.attribute("state_of_parent")
                .map(state -> switched(object, state))
                .orElseGet(() -> Statement.of("DROP " + called(object)).locking(Lock.AccessExclusive)));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var is = edit.from("definition");
        var shall = edit.to("definition");
        if (is.isPresent() != shall.isPresent()
                || edit.changes("definition") && (ofConstraint(is) || ofConstraint(shall))) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        if (edit.changes("definition")) {
            shall.ifPresent(definition ->
                    statements.add(Statement.of(definition.replaceFirst("^CREATE TRIGGER", "CREATE OR REPLACE TRIGGER"))
                            .locking(Lock.ShareRowExclusive)));
            edit.to("state").ifPresent(state -> statements.add(switched(edit.to(), state)));
        } else {
            statements.add(switched(edit.to(), edit.to("state").orElse("enabled")));
        }
        return Optional.of(Alteration.of(statements));
    }

    private static boolean ofConstraint(Optional<String> definition) {
        return definition.filter(text -> text.startsWith("CREATE CONSTRAINT")).isPresent();
    }

    /** PostgreSQL 14 takes a partition's triggers for its own, which only a superuser may switch. */
    private static Statement switched(CatalogObject object, String state) {
        var statement = Statement.of("ALTER TABLE %s %s TRIGGER %s"
                        .formatted(Attached.table(object), Attached.verb(state), Attached.name(object)))
                .locking(Lock.ShareRowExclusive);
        return object.hint("superuser").isPresent() ? statement.bySuperuser() : statement;
    }
}
