package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/**
 * Columns of tables; where they stand in the row is no fact. An identity column carries
 * the options of its sequence. A column that a partition or child table has from its parent names that one, and carries
 * only those facts in which it departs from it: what is done to the parent's column is one change, however many partitions
 * there are.
 */
final class Columns implements Kind {

    /** From 18 on NOT NULL is a constraint, which may be less than that: not validated, or not for children. */
    private static final String NOT_NULL_AS_CONSTRAINT = """
            SELECT k.conrelid, k.conkey[1] AS attnum,
                   concat_ws(', ', 'true', CASE WHEN NOT k.convalidated THEN 'not valid' END,
                             CASE WHEN k.connoinherit THEN 'no inherit' END) AS spelled
            FROM pg_catalog.pg_constraint k
            WHERE k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit)
            """;

    private static final String NOT_NULL_AS_FLAG =
            "SELECT NULL::pg_catalog.oid AS conrelid, NULL::pg_catalog.int2 AS attnum, NULL AS spelled";

    private static final String SELECT = """
            , fact AS (
              SELECT r.oid, r.type, r.identity, r.schema, a.attname, a.attnum, a.attinhcount > 0 AND NOT a.attislocal AS inherited,
                     LEAST(pg_catalog.age(a.xmin), pg_catalog.age(d.xmin)) AS age,
                     pg_catalog.format_type(a.atttypid, a.atttypmod) AS data_type,
                     COALESCE(nn.spelled, a.attnotnull::text) AS not_null,
                     CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS "default",
                     CASE a.attgenerated WHEN 's' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ' stored'
                                         WHEN 'v' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ' virtual'
                     END AS generated,
                     CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity_kind,
                     s.options AS identity_options,
                     CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::pg_catalog.regcollation::text
                     END AS collation,
                     CASE WHEN a.attstorage <> t.typstorage
                          THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                                                 ELSE 'extended' END END AS storage,
                     CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                     NULLIF(a.attstattarget, -1)::text AS statistics,
                     CASE WHEN a.attoptions IS NOT NULL
                          THEN array_to_string(ARRAY(SELECT o FROM unnest(a.attoptions) o ORDER BY 1), ', ') END AS options
              FROM relation r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN not_null nn ON nn.conrelid = a.attrelid AND nn.attnum = a.attnum
              LEFT JOIN identity_sequence s ON s.attrelid = a.attrelid AND s.attnum = a.attnum
              WHERE r.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
            ), origin AS (
              SELECT DISTINCT ON (i.inhrelid, p.attname) i.inhrelid, p.*
              FROM pg_catalog.pg_inherits i JOIN fact p ON p.oid = i.inhparent
              ORDER BY i.inhrelid, p.attname, i.inhseqno
            )
            SELECT c.type || ' column' AS type, c.identity || '.' || pg_catalog.quote_ident(c.attname) AS identity, c.schema,
                   c.type AS within_type, c.identity AS within_identity,
                   p.type || ' column' AS inherited_type,
                   p.identity || '.' || pg_catalog.quote_ident(p.attname) AS inherited_identity, c.age, c.attnum AS position,
                   NULLIF(c.data_type, p.data_type) AS data_type,
                   NULLIF(c.not_null, p.not_null) AS not_null,
                   NULLIF(COALESCE(c."default", CASE WHEN p."default" IS NOT NULL THEN 'none' END), p."default") AS "default",
                   NULLIF(c.generated, p.generated) AS generated,
                   NULLIF(c.identity_kind, p.identity_kind) AS identity_column,
                   c.identity_options,
                   NULLIF(c.collation, p.collation) AS collation,
                   NULLIF(c.storage, p.storage) AS storage,
                   NULLIF(c.compression, p.compression) AS compression,
                   NULLIF(c.statistics, p.statistics) AS statistics,
                   NULLIF(c.options, p.options) AS options
            FROM fact c LEFT JOIN origin p ON p.inhrelid = c.oid AND p.attname = c.attname AND c.inherited
            """;

    /** Begins with the few columns that are identities: looking for a sequence of every column takes a second per 100,000. */
    private static final String IDENTITY_SEQUENCE = """
            SELECT a.attrelid, a.attnum,
                   concat_ws(' ', 'start', s.seqstart, 'increment', s.seqincrement, 'minimum', s.seqmin,
                             'maximum', s.seqmax, 'cache', s.seqcache, CASE WHEN s.seqcycle THEN 'cycle' END) AS options
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_depend d
              ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid
             AND d.refobjsubid = a.attnum AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
            JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid
            WHERE a.attidentity <> ''
            """;

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public Query query(ServerVersion version) {
        var notNull = version.atLeast(18) ? NOT_NULL_AS_CONSTRAINT : NOT_NULL_AS_FLAG;
        return Scope.query(", not_null AS (" + notNull + "), identity_sequence AS MATERIALIZED (" + IDENTITY_SEQUENCE
                + ")\n" + SELECT);
    }
}
