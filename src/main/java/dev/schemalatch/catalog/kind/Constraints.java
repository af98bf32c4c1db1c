package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/**
 * Primary keys, unique, foreign key, check and exclusion constraints of tables, with the indexes they bring. Those that
 * a partition or child table has from its parent are the parent's; NOT NULL is a fact of the column.
 */
final class Constraints implements Kind {

    @Override
    public String name() {
        return "constraints";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'table constraint' AS type, pg_catalog.quote_ident(k.conname) || ' on ' || r.identity AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, pg_catalog.age(k.xmin) AS age,
                       pg_catalog.pg_get_constraintdef(k.oid) AS definition,
                       CASE WHEN i.indisclustered THEN 'clustered' END AS clustered,
                       t.states AS trigger_states
                FROM pg_catalog.pg_constraint k JOIN relation r ON r.oid = k.conrelid
                LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype <> 'f'
                LEFT JOIN (SELECT g.tgconstraint, string_agg(g.tgenabled::text, '' ORDER BY g.tgenabled) AS states
                           FROM pg_catalog.pg_trigger g WHERE g.tgisinternal AND g.tgenabled <> 'O'
                           GROUP BY g.tgconstraint) t ON t.tgconstraint = k.oid
                WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND (k.conislocal OR k.coninhcount = 0)
                """);
    }
}
