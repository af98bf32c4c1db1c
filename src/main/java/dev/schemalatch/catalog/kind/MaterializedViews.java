package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/** Materialized views, by their query. Whether they hold rows yet is data. */
final class MaterializedViews implements Kind {

    @Override
    public String name() {
        return "materialized views";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(w.xmin) AS age,
                       pg_catalog.pg_get_viewdef(r.oid) AS definition, m.amname AS access_method,
                       array_to_string(ARRAY(SELECT o FROM unnest(c.reloptions) o ORDER BY 1), ', ') AS options
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid AND w.rulename = '_RETURN'
                LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
                WHERE r.relkind = 'm'
                """);
    }
}
