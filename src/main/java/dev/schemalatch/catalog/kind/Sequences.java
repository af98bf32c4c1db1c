package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/**
 * Sequences as they are defined; where they have come to is data. Those of serial columns are part of the column that owns
 * them; those of identity columns are a fact of the column itself.
 */
final class Sequences implements Kind {

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema,
                       CASE o.relkind WHEN 'f' THEN 'foreign table column' WHEN 'v' THEN 'view column' ELSE 'table column' END AS within_type,
                       d.refobjid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname) AS within_identity,
                       LEAST(pg_catalog.age(s.xmin), pg_catalog.age(d.xmin)) AS age,
                       pg_catalog.format_type(s.seqtypid, NULL) AS data_type, s.seqstart AS "start", s.seqincrement AS increment,
                       s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache, s.seqcycle::text AS cycle,
                       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END AS persistence,
                       d.refobjid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname) AS owned_by
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid JOIN pg_catalog.pg_sequence s ON s.seqrelid = r.oid
                LEFT JOIN pg_catalog.pg_depend d
                  ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = r.oid AND d.objsubid = 0
                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
                LEFT JOIN pg_catalog.pg_class o ON o.oid = d.refobjid
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                WHERE c.relkind = 'S' AND d.deptype IS DISTINCT FROM 'i'
                """);
    }
}
