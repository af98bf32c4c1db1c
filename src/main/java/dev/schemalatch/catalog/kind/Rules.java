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

/** Rules of tables and views, but for the one that makes a view a view. */
final class Rules implements Kind {

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'rule' AS type, pg_catalog.quote_ident(w.rulename) || ' on ' || r.identity AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, pg_catalog.age(w.xmin) AS age,
                       pg_catalog.pg_get_ruledef(w.oid) AS definition,
                       CASE w.ev_enabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always' END AS state
                FROM pg_catalog.pg_rewrite w JOIN relation r ON r.oid = w.ev_class
                WHERE w.rulename <> '_RETURN'
                  AND w.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("rule");
    }

    @Override
    public String called(CatalogObject object) {
        return Attached.called("RULE", object);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(definition(object)).locking(Lock.AccessExclusive));
        object.attribute("state").ifPresent(state -> statements.add(switched(object, state)));
        return statements;
    }

    private static String definition(CatalogObject object) {
        return object.attribute("definition").orElse("").replaceFirst(";\\s*$", "");
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).locking(Lock.AccessExclusive));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var statements = new ArrayList<Statement>();
        if (edit.changes("definition")) {
            statements.add(Statement.of(definition(edit.to()).replaceFirst("^CREATE RULE", "CREATE OR REPLACE RULE"))
                    .locking(Lock.AccessExclusive));
        }
        if (edit.changes("state")) {
            statements.add(switched(edit.to(), edit.to("state").orElse("enabled")));
        }
        return Optional.of(Alteration.of(statements));
    }

    private static Statement switched(CatalogObject object, String state) {
        return Statement.of("ALTER TABLE %s %s RULE %s"
                        .formatted(Attached.table(object), Attached.verb(state), Attached.name(object)))
                .locking(Lock.AccessExclusive);
    }
}
