package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/**
 * Indexes of every form. Those that a constraint brings are the constraint's; those of partitions that hang on an index of
 * the partitioned table are that index's.
 */
final class Indexes implements Kind {

    @Override
    public String name() {
        return "indexes";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'index' AS type, n.identity || '.' || pg_catalog.quote_ident(c.relname) AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, pg_catalog.age(i.xmin) AS age,
                       pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
                       CASE WHEN NOT i.indisready THEN 'not ready' WHEN NOT i.indisvalid THEN 'invalid' END AS state,
                       CASE WHEN i.indisclustered THEN 'clustered' END AS clustered,
                       CASE WHEN i.indexprs IS NOT NULL
                            THEN (SELECT string_agg(a.attnum || ': ' || a.attstattarget, ', ' ORDER BY a.attnum)
                                  FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indexrelid AND a.attstattarget >= 0)
                       END AS statistics
                FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                JOIN namespace n ON n.oid = c.relnamespace JOIN relation r ON r.oid = i.indrelid
                WHERE NOT c.relispartition
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                                  WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
                """);
    }
}
