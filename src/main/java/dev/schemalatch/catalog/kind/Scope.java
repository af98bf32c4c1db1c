package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;

/**
 * The pieces of SQL that kinds share: which objects are the user's own, and how relations are named. A kind selects from
 * these as from tables:
 *
 * <ul>
 *   <li>{@code namespace} (oid, name, identity): schemas, without PostgreSQL's own, those of temporary objects and TOAST
 *   <li>{@code relation} (oid, relkind, type, identity, schema): tables, views, materialized views, sequences, composite
 *       types, foreign tables in these schemas, without what extensions own
 *   <li>{@code member} (classid, objid): objects that belong to an extension. {@code NOT IN} them looks each up by its hash,
 *       however many PostgreSQL believes there are: nobody has analyzed the catalogs of a scratch database
 * </ul>
 *
 * <p>PostgreSQL leaves out what a query does not use.
 */
final class Scope {

    private static final String WITH = """
            WITH member AS (
              SELECT d.classid, d.objid
              FROM pg_catalog.pg_depend d
              WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'e'
            ), namespace AS (
              SELECT n.oid, n.nspname AS name, pg_catalog.quote_ident(n.nspname) AS identity
              FROM pg_catalog.pg_namespace n
              WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ), relation AS (
              SELECT c.oid, c.relkind, n.name AS schema,
                     CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
                                    WHEN 'c' THEN 'composite type' WHEN 'f' THEN 'foreign table' ELSE 'table' END AS type,
                     n.identity || '.' || pg_catalog.quote_ident(c.relname) AS identity
              FROM pg_catalog.pg_class c JOIN namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f')
                AND c.oid NOT IN (SELECT e.objid FROM member e
                                  WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)
            )
            """;

    private Scope() {}

    static Query query(String select) {
        return Query.of(WITH + select);
    }
}
