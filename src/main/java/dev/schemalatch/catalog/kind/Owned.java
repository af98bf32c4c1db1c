package dev.schemalatch.catalog.kind;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects that have an owner of their own, and most of them privileges: {@code owned} (classid, objid, type, identity, schema,
 * owner, acl, letter), to be selected from like the pieces of {@link Scope}. The letter is {@code acldefault}'s; NULL for what
 * nobody can be granted. Numbers below 16384 are PostgreSQL's own, but for the schema public, which is 2200.
 */
final class Owned {

    /** A sequence of a column goes with its table. */
    private static final String RELATIONS = """
            SELECT 'pg_catalog.pg_class'::pg_catalog.regclass AS classid, r.oid AS objid, r.type, r.identity, r.schema,
                   CASE r.relkind WHEN 'c' THEN t.typowner ELSE c.relowner END AS owner,
                   CASE r.relkind WHEN 'c' THEN t.typacl ELSE c.relacl END AS acl,
                   CASE r.relkind WHEN 'S' THEN 's' WHEN 'c' THEN 'T' ELSE 'r' END AS letter,
                   r.relkind <> 'S' OR NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                     WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = r.oid
                       AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0
                       AND d.deptype IN ('a', 'i')) AS free
            FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
            LEFT JOIN pg_catalog.pg_type t ON r.relkind = 'c' AND t.oid = c.reltype
            """;

    private enum Group {
        SCHEMAS("pg_namespace", "nspowner", "nspacl", "n", "nspname !~ '^pg_' AND nspname <> 'information_schema'"),
        ROUTINES(
                "pg_proc",
                "proowner",
                "proacl",
                "f",
                "NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass"
                        + " AND d.objid = x.oid AND d.deptype = 'i')"),
        TYPES(
                "pg_type",
                "typowner",
                "typacl",
                "T",
                "(typtype IN ('e', 'd', 'r') OR typtype = 'b' AND typelem = 0 OR typtype = 'p' AND NOT typisdefined) AND typnamespace IN (SELECT oid FROM namespace)"),
        LANGUAGES("pg_language", "lanowner", "lanacl", "l", "true"),
        WRAPPERS("pg_foreign_data_wrapper", "fdwowner", "fdwacl", "F", "true"),
        SERVERS("pg_foreign_server", "srvowner", "srvacl", "S", "true"),
        OPERATORS("pg_operator", "oprowner", "", "", "true"),
        OPERATOR_CLASSES("pg_opclass", "opcowner", "", "", "true"),
        OPERATOR_FAMILIES("pg_opfamily", "opfowner", "", "", "true"),
        COLLATIONS("pg_collation", "collowner", "", "", "true"),
        CONVERSIONS("pg_conversion", "conowner", "", "", "true"),
        DICTIONARIES("pg_ts_dict", "dictowner", "", "", "true"),
        CONFIGURATIONS("pg_ts_config", "cfgowner", "", "", "true"),
        STATISTICS("pg_statistic_ext", "stxowner", "", "", "true"),
        EVENT_TRIGGERS("pg_event_trigger", "evtowner", "", "", "true"),
        PUBLICATIONS("pg_publication", "pubowner", "", "", "true"),
        SUBSCRIPTIONS(
                "pg_subscription",
                "subowner",
                "",
                "",
                "subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())");

        private final String catalog;
        private final String owner;
        private final String acl;
        private final String letter;
        private final String condition;

        Group(String catalog, String owner, String acl, String letter, String condition) {
            this.catalog = catalog;
            this.owner = owner;
            this.acl = acl;
            this.letter = letter;
            this.condition = condition;
        }

        private String select() {
            return """
                    SELECT 'pg_catalog.%1$s'::pg_catalog.regclass AS classid, x.oid AS objid, x.%2$s AS owner, %3$s AS acl, '%4$s' AS letter
                    FROM pg_catalog.%1$s x
                    WHERE (x.oid >= 16384 OR x.oid = 2200 AND '%1$s' = 'pg_namespace') AND %5$s
                    """.formatted(catalog, owner, acl.isEmpty() ? "NULL::aclitem[]" : "x." + acl, letter, condition);
        }
    }

    private Owned() {}

    /**
     * A piece for a query of {@link Scope}.
     *
     * @param condition over {@code x.acl}: what is not wanted need not be identified, which is what costs
     */
    static String with(String condition) {
        var others = Stream.of(Group.values()).map(Group::select).collect(Collectors.joining("UNION ALL\n"));
        return """
                , other AS MATERIALIZED (
                  SELECT x.*, o.type, o.identity, n.name AS schema
                  FROM (%s) x, LATERAL pg_catalog.pg_identify_object(x.classid, x.objid, 0) o
                  LEFT JOIN namespace n ON n.identity = o.schema
                  WHERE %s AND (n.oid IS NOT NULL OR o.schema IS NULL)
                    AND (x.classid, x.objid) NOT IN (SELECT e.classid, e.objid FROM member e)
                ), owned AS (
                  SELECT x.classid, x.objid, x.type, x.identity, x.schema, x.owner, x.acl, x.letter, true AS free FROM other x
                  UNION ALL
                  SELECT x.classid, x.objid, x.type, x.identity, x.schema, x.owner, x.acl, x.letter, x.free FROM (%s) x WHERE %2$s
                )
                """.formatted(others, condition, RELATIONS);
    }
}
