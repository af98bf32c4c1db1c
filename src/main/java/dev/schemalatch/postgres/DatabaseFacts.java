package dev.schemalatch.postgres;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;

/** Small questions about a database, answered from its catalogs, which every role may read. */
public final class DatabaseFacts {

    private final Session session;

    public DatabaseFacts(Session session) {
        this.session = session;
    }

    /** What the session's role can do with a table. */
    public enum TableAccess {
        ABSENT,
        UNREADABLE,
        READABLE
    }

    /** Whether a table (or view) exists and may be read. Names as PostgreSQL stores them. */
    public TableAccess table(String schema, String name) {
        return session.rows(Query.of("""
                        SELECT pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                               AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable
                        FROM pg_catalog.pg_class c
                        JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                        WHERE n.nspname OPERATOR(pg_catalog.=) ?::name AND c.relname OPERATOR(pg_catalog.=) ?::name
                          AND c.relkind IN ('r', 'p', 'v', 'm', 'f')""", schema, name)).stream()
                .findFirst()
                .map(row -> row.flag("readable") ? TableAccess.READABLE : TableAccess.UNREADABLE)
                .orElse(TableAccess.ABSENT);
    }

    /**
     * The columns of all tables (and views) that have one of these names, in whatever schema: {@code schema}, {@code name},
     * {@code column} and {@code type} as {@code format_type} spells it.
     */
    public List<Row> columns(List<String> tables) {
        return session.rows(Query.of("""
                SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column,
                       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.oid
                  AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
                WHERE c.relname OPERATOR(pg_catalog.=)
                      ANY (pg_catalog.string_to_array(?, pg_catalog.chr(10))::name[])
                  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                ORDER BY 1, 2, a.attnum""", String.join("\n", tables)));
    }

    /** Names of the server's roles but PostgreSQL's own ({@code pg_*}), sorted as bytes. */
    public List<String> roles() {
        return names(Query.of("""
                SELECT rolname AS name FROM pg_catalog.pg_roles
                WHERE pg_catalog.left(rolname::text, 3) OPERATOR(pg_catalog.<>) 'pg_'
                ORDER BY rolname"""));
    }

    /**
     * The tables that make Prisma call a schema "not empty" (P3005): ordinary ones only, and none of PostGIS's.
     *
     * @param schema as PostgreSQL stores it
     */
    public List<String> ordinaryTables(String schema) {
        return names(Query.of("""
                SELECT c.relname AS name FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                WHERE n.nspname OPERATOR(pg_catalog.=) ?::name AND c.relkind OPERATOR(pg_catalog.=) 'r'
                  AND c.relname NOT IN ('spatial_ref_sys', 'geometry_columns', 'geography_columns',
                                        'raster_columns', 'raster_overviews')
                ORDER BY c.relname""", schema));
    }

    /** Whether some session holds an advisory lock of this database, by its key of 64 bits. */
    public boolean advisoryLockHeld(long key) {
        return !session.rows(
                        Query.of("""
                        SELECT 1 AS held FROM pg_catalog.pg_locks l
                        JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) l.database
                        WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
                          AND l.locktype OPERATOR(pg_catalog.=) 'advisory' AND l.objsubid OPERATOR(pg_catalog.=) 1
                          AND l.classid OPERATOR(pg_catalog.=) ?::oid AND l.objid OPERATOR(pg_catalog.=) ?::oid
                          AND l.granted
                        LIMIT 1""", Long.toUnsignedString(key >>> 32), Long.toUnsignedString(key & 0xffff_ffffL)))
                .isEmpty();
    }

    /** Which of the named catalogs the role may not read: some installations take that right from everybody. */
    public List<String> unreadable(List<String> catalogs) {
        return names(Query.of("""
                SELECT c.relname AS name FROM pg_catalog.pg_class c
                WHERE c.relnamespace OPERATOR(pg_catalog.=) 'pg_catalog'::regnamespace
                  AND c.relname OPERATOR(pg_catalog.=) ANY (pg_catalog.string_to_array(?, ',')::name[])
                  AND NOT pg_catalog.has_table_privilege(c.oid, 'SELECT')
                ORDER BY c.relname""", String.join(",", catalogs)));
    }

    private List<String> names(Query query) {
        return session.rows(query).stream().map((Row row) -> row.text("name")).toList();
    }
}
