package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Dependencies;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks {@code pg_depend} what needs what, in terms of the objects that kinds read.
 *
 * <p>What PostgreSQL keeps as an object of its own inside another (a constraint's index, a foreign key's triggers, a view's
 * rule, a table's row type, an identity column's sequence, a partition's copy of an index) stands for that one; a member of an
 * extension stands for the extension, and a view for its columns. That a sequence goes with the column that owns it is no need.
 *
 * <p>Numbers are compared as {@code bigint}: what PostgreSQL knows of their distribution dates from when the database was new,
 * and leads it to expect next to no rows and to loop.
 */
public final class DependencyQuery {

    private static final String SELECT = """
            WITH RECURSIVE inside AS (
              SELECT d.classid, d.objid, d.refclassid, d.refobjid, d.refobjsubid
              FROM pg_catalog.pg_depend d
              WHERE d.deptype IN ('i', 'P') AND d.objid::bigint >= 16384 AND d.objsubid = 0
                AND NOT (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                         AND d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass)
              UNION ALL
              SELECT d.classid, d.objid, d.refclassid, d.refobjid, 0
              FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
              UNION ALL
              SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass, a.oid, 'pg_catalog.pg_class'::pg_catalog.regclass,
                     a.adrelid, a.adnum
              FROM pg_catalog.pg_attrdef a
              UNION ALL
              SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, 'pg_catalog.pg_class'::pg_catalog.regclass,
                     k.conrelid, k.conkey[1]
              FROM pg_catalog.pg_constraint k WHERE k.contype = 'n' AND k.conrelid <> 0
              UNION ALL
              SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, 'pg_catalog.pg_type'::pg_catalog.regclass,
                     k.contypid, 0
              FROM pg_catalog.pg_constraint k WHERE k.contype = 'n' AND k.contypid <> 0
              UNION ALL
              SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 'pg_catalog.pg_class'::pg_catalog.regclass,
                     t.typrelid, 0
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
              WHERE c.relkind = 'c' AND t.oid >= 16384
            ), climb AS (
              SELECT i.classid, i.objid, i.refclassid, i.refobjid, i.refobjsubid, 1 AS steps FROM inside i
              UNION ALL
              SELECT c.classid, c.objid, i.refclassid, i.refobjid, i.refobjsubid, c.steps + 1
              FROM climb c JOIN inside i ON i.classid = c.refclassid AND i.objid = c.refobjid
              WHERE c.refobjsubid = 0 AND c.steps < 20
            ), outermost AS (
              SELECT DISTINCT ON (c.classid, c.objid) c.* FROM climb c
              ORDER BY c.classid, c.objid, c.steps DESC, c.refclassid, c.refobjid, c.refobjsubid
            ), edge AS (
              SELECT DISTINCT
                     COALESCE(f.refclassid, d.classid) AS classid, COALESCE(f.refobjid, d.objid) AS objid,
                     COALESCE(f.refobjsubid, CASE WHEN w.oid IS NULL THEN d.objsubid ELSE 0 END) AS objsubid,
                     COALESCE(t.refclassid, d.refclassid) AS refclassid, COALESCE(t.refobjid, d.refobjid) AS refobjid,
                     COALESCE(t.refobjsubid, CASE WHEN y.oid IS NULL THEN d.refobjsubid ELSE 0 END) AS refobjsubid,
                     d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND a.attgenerated = '' AS by_default
              FROM pg_catalog.pg_depend d
              LEFT JOIN outermost f ON f.classid = d.classid AND f.objid = d.objid
              LEFT JOIN outermost t ON t.classid = d.refclassid AND t.objid = d.refobjid
              LEFT JOIN pg_catalog.pg_attrdef v
                ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND v.oid = d.objid
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = v.adrelid AND a.attnum = v.adnum
              LEFT JOIN pg_catalog.pg_class w
                ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND w.oid = d.objid AND w.relkind IN ('v', 'm')
              LEFT JOIN pg_catalog.pg_class s
                ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND s.oid = d.objid AND s.relkind = 'S'
              LEFT JOIN pg_catalog.pg_class y
                ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND y.oid = d.refobjid AND y.relkind IN ('v', 'm')
              WHERE d.deptype IN ('n', 'a', 'i', 'P', 'S') AND d.objid::bigint >= 16384
                AND (d.refobjid::bigint >= 16384 OR d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
                AND NOT (s.oid IS NOT NULL AND d.refobjsubid > 0)
            ), address AS (
              SELECT e.classid, e.objid, e.objsubid FROM edge e
              UNION
              SELECT e.refclassid, e.refobjid, e.refobjsubid FROM edge e
            ), named AS MATERIALIZED (
              SELECT a.*, o.type, o.identity
              FROM address a, LATERAL pg_catalog.pg_identify_object(a.classid, a.objid, a.objsubid) o
            )
            SELECT f.type, f.identity, t.type AS needed_type, t.identity AS needed_identity, e.by_default::int AS by_default
            FROM edge e
            JOIN named f ON f.classid = e.classid AND f.objid = e.objid AND f.objsubid = e.objsubid
            JOIN named t ON t.classid = e.refclassid AND t.objid = e.refobjid AND t.objsubid = e.refobjsubid
            WHERE (e.classid, e.objid, e.objsubid) <> (e.refclassid, e.refobjid, e.refobjsubid)
              AND f.identity IS NOT NULL AND t.identity IS NOT NULL
            """;

    private DependencyQuery() {}

    public static Query query() {
        return Query.of(SELECT);
    }

    public static Dependencies dependencies(List<Row> rows) {
        var needs = new TreeMap<ObjectKey, SortedSet<ObjectKey>>();
        var defaults = new TreeMap<ObjectKey, SortedSet<ObjectKey>>();
        for (var row : rows) {
            var edges = row.text("by_default").equals("1") ? defaults : needs;
            edges.computeIfAbsent(new ObjectKey(row.text("type"), row.text("identity")), key -> new TreeSet<>())
                    .add(new ObjectKey(row.text("needed_type"), row.text("needed_identity")));
        }
        return new Dependencies(needs, defaults);
    }
}
