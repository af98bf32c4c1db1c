package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/** Views, by the query that PostgreSQL spells for them. */
final class Views implements Kind {

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(w.xmin) AS age,
                       pg_catalog.pg_get_viewdef(r.oid) AS definition,
                       array_to_string(ARRAY(SELECT o FROM unnest(c.reloptions) o ORDER BY 1), ', ') AS options
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid AND w.rulename = '_RETURN'
                WHERE r.relkind = 'v'
                """);
    }
}
