package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/** Triggers of tables and views. Those that a partition has from its parent are the parent's. */
final class Triggers implements Kind {

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'trigger' AS type, pg_catalog.quote_ident(t.tgname) || ' on ' || r.identity AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, pg_catalog.age(t.xmin) AS age,
                       pg_catalog.pg_get_triggerdef(t.oid) AS definition,
                       CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always' END AS state
                FROM pg_catalog.pg_trigger t JOIN relation r ON r.oid = t.tgrelid
                WHERE NOT t.tgisinternal AND t.tgparentid = 0
                  AND NOT EXISTS (SELECT FROM member e
                                  WHERE e.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND e.objid = t.oid)
                """);
    }
}
