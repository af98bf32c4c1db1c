package dev.schemalatch.postgres;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word that changes with every change of the schema, computed inside the server from its catalogs.
 *
 * <p>DDL writes new versions of catalog rows, and a version is known by its place and the transaction that wrote it: freezing
 * keeps both, statistics are written in place. So the sum over the hashes of all versions is another after any DDL, whatever
 * object it was about, those of future server versions too. {@code pg_class} alone is read by its contents, because {@code
 * TRUNCATE} and {@code REFRESH MATERIALIZED VIEW} write there, and what passes by itself (temporary tables, TOAST) is left out.
 * What moves rows about, such as {@code VACUUM FULL} of a catalog, or another server's copy, looks like a change.
 */
public final class SchemaSignature {

    /** Data rather than schema, or much of it; {@code pg_class} and {@code pg_depend} are asked for their contents. */
    private static final String CATALOGS = """
            SELECT c.relname AS name FROM pg_catalog.pg_class c
            WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND NOT c.relisshared
              AND c.oid < 16384 AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
              AND c.relname NOT IN ('pg_class', 'pg_depend', 'pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject',
                                    'pg_largeobject_metadata', 'pg_subscription_rel')
            ORDER BY c.relname""";

    private static final String PASSING = """
            WITH this AS (
              SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()
            ), passing_space AS (
              SELECT oid FROM pg_catalog.pg_namespace WHERE nspname ~ '^pg_(toast$|toast_temp_|temp_)'
            ), passing AS (
              SELECT oid FROM pg_catalog.pg_class
              WHERE relpersistence = 't' OR relnamespace IN (SELECT oid FROM passing_space)
            )
            """;

    /** What has no row of its own per change, and what is shared by all databases. */
    private static final String CONTENTS = """
            SELECT 'pg_class' AS name, count(*) AS rows, sum(pg_catalog.hash_record_extended(ROW(
                oid, relname, relnamespace, reltype, reloftype, relowner, relam, reltablespace, relkind, relpersistence,
                relnatts, relrowsecurity, relforcerowsecurity, relispopulated, relreplident, relispartition, relacl,
                reloptions, relpartbound::text), 0)) AS hashes
            FROM pg_catalog.pg_class WHERE oid NOT IN (SELECT oid FROM passing)
            UNION ALL
            SELECT 'pg_depend', count(*), sum(pg_catalog.hash_record_extended(ROW(
                classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype), 0))
            FROM pg_catalog.pg_depend
            WHERE (deptype IN ('e', 'x') OR classid = 'pg_catalog.pg_class'::regclass AND refobjsubid > 0)
              AND objid NOT IN (SELECT oid FROM passing)
            UNION ALL
            SELECT 'pg_database', count(*), sum(pg_catalog.hash_record_extended(ROW(ctid, xmin), 0))
            FROM pg_catalog.pg_database WHERE oid IN (SELECT oid FROM this)
            UNION ALL
            SELECT 'pg_shdescription', count(*), sum(pg_catalog.hash_record_extended(ROW(ctid, xmin), 0))
            FROM pg_catalog.pg_shdescription WHERE objoid IN (SELECT oid FROM this)
            UNION ALL
            SELECT 'pg_db_role_setting', count(*), sum(pg_catalog.hash_record_extended(ROW(ctid, xmin), 0))
            FROM pg_catalog.pg_db_role_setting WHERE setdatabase IN (SELECT oid FROM this)
            UNION ALL
            SELECT 'pg_subscription', count(*), sum(pg_catalog.hash_record_extended(ROW(
                oid, subname, subowner, subenabled, subbinary, substream, subslotname, subsynccommit, subpublications), 0))
            FROM pg_catalog.pg_subscription WHERE subdbid IN (SELECT oid FROM this)
            UNION ALL
            SELECT 'pg_user_mappings', count(*), sum(pg_catalog.hash_record_extended(ROW(
                umid, srvid, umuser, umoptions), 0))
            FROM pg_catalog.pg_user_mappings
            """;

    private static final String VERSIONS = """
            SELECT '%1$s', count(*), sum(pg_catalog.hash_record_extended(ROW(ctid, xmin), 0)) FROM pg_catalog.%1$s%2$s""";

    /** How rows of a catalog are told that belong to what passes by itself. */
    private static final Map<String, String> LASTING = Map.ofEntries(
            Map.entry("pg_attribute", "attrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_attrdef", "adrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_index", "indexrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_inherits", "inhrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_partitioned_table", "partrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_policy", "polrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_rewrite", "ev_class NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_sequence", "seqrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_trigger", "tgrelid NOT IN (SELECT oid FROM passing)"),
            Map.entry("pg_constraint", "connamespace NOT IN (SELECT oid FROM passing_space)"),
            Map.entry("pg_namespace", "oid NOT IN (SELECT oid FROM passing_space)"),
            Map.entry("pg_proc", "pronamespace NOT IN (SELECT oid FROM passing_space)"),
            Map.entry("pg_statistic_ext", "stxnamespace NOT IN (SELECT oid FROM passing_space)"),
            Map.entry("pg_type", "typnamespace NOT IN (SELECT oid FROM passing_space)"));

    private SchemaSignature() {}

    /**
     * @throws dev.schemalatch.failure.FailedException where the database does not answer
     */
    public static String of(Session session) {
        var versions = session.rows(Query.of(CATALOGS)).stream()
                .map(row -> row.text("name"))
                .map(name -> VERSIONS.formatted(name, LASTING.containsKey(name) ? " WHERE " + LASTING.get(name) : ""));
        var all = PASSING + Stream.concat(Stream.of(CONTENTS), versions).collect(Collectors.joining("\nUNION ALL\n"));
        return digest(session.rows(Query.of(all)));
    }

    private static String digest(List<Row> rows) {
        var text = rows.stream().map(row -> row.values().toString()).sorted().collect(Collectors.joining("\n"));
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
