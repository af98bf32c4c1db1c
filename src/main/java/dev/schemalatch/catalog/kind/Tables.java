package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/**
 * Tables, partitioned tables and partitions. A partition is part of the table that it is a partition of; a table that only
 * inherits stands for itself.
 */
final class Tables implements Kind {

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(c.xmin) AS age,
                       CASE WHEN c.relispartition THEN 'table' END AS within_type,
                       CASE WHEN c.relispartition THEN p.parents END AS within_identity,
                       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END AS persistence,
                       m.amname AS access_method,
                       pg_catalog.pg_get_partkeydef(c.oid) AS partition_key,
                       CASE WHEN c.relispartition THEN p.parents END AS partition_of,
                       pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
                       CASE WHEN NOT c.relispartition THEN p.parents END AS inherits,
                       NULLIF(c.reloftype, 0)::pg_catalog.regtype AS of_type,
                       array_to_string(ARRAY(SELECT o FROM unnest(c.reloptions) o
                                             UNION ALL SELECT 'toast.' || o FROM unnest(t.reloptions) o ORDER BY 1), ', ') AS options,
                       CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing'
                                           WHEN 'i' THEN 'index ' || pg_catalog.quote_ident(x.relname) END AS replica_identity,
                       CASE WHEN c.relrowsecurity THEN 'enabled' END AS row_security,
                       CASE WHEN c.relforcerowsecurity THEN 'forced' END AS row_security_for_owner
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
                LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
                LEFT JOIN (SELECT i.inhrelid, string_agg(i.inhparent::pg_catalog.regclass::text, ', ' ORDER BY i.inhseqno) AS parents
                           FROM pg_catalog.pg_inherits i GROUP BY i.inhrelid) p ON p.inhrelid = c.oid
                LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisreplident
                LEFT JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                WHERE r.relkind IN ('r', 'p')
                """);
    }
}
