package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/** Enumerated types with their values in order. */
final class Enums implements Kind {

    @Override
    public String name() {
        return "enumerated types";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'type' AS type, n.identity || '.' || pg_catalog.quote_ident(t.typname) AS identity, n.name AS schema,
                       LEAST(pg_catalog.age(t.xmin), l.age) AS age, l."values"
                FROM pg_catalog.pg_type t JOIN namespace n ON n.oid = t.typnamespace
                LEFT JOIN (SELECT v.enumtypid, min(pg_catalog.age(v.xmin)) AS age,
                                  string_agg(pg_catalog.quote_literal(v.enumlabel), ', ' ORDER BY v.enumsortorder) AS "values"
                           FROM pg_catalog.pg_enum v GROUP BY v.enumtypid) l ON l.enumtypid = t.oid
                WHERE t.typtype = 'e'
                  AND NOT EXISTS (SELECT FROM member e
                                  WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid)
                """);
    }
}
