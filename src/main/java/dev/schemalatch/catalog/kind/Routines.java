package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/** Functions and procedures, known by name and argument types; what belongs to a range type comes with that. */
final class Routines implements Kind {

    @Override
    public String name() {
        return "functions and procedures";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT o.type, o.identity, n.name AS schema, pg_catalog.age(p.xmin) AS age,
                       pg_catalog.pg_get_function_arguments(p.oid) AS arguments,
                       pg_catalog.pg_get_function_result(p.oid) AS result,
                       l.lanname AS language,
                       CASE WHEN p.prosqlbody IS NULL THEN p.prosrc END AS body,
                       pg_catalog.pg_get_function_sqlbody(p.oid) AS sql_body,
                       p.probin AS library,
                       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
                       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
                       CASE WHEN p.proisstrict THEN 'strict' END AS strict,
                       CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END AS security,
                       CASE WHEN p.proleakproof THEN 'leakproof' END AS leakproof,
                       CASE WHEN p.prokind = 'w' THEN 'window' END AS "window",
                       p.procost AS cost, NULLIF(p.prorows, 0) AS rows,
                       array_to_string(ARRAY(SELECT s FROM unnest(p.proconfig) s ORDER BY 1), ', ') AS settings,
                       NULLIF(p.prosupport, 0)::pg_catalog.regproc AS support,
                       array_to_string(ARRAY(SELECT y::pg_catalog.regtype::text FROM unnest(p.protrftypes) y), ', ') AS transforms
                FROM pg_catalog.pg_proc p JOIN namespace n ON n.oid = p.pronamespace
                JOIN pg_catalog.pg_language l ON l.oid = p.prolang,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0) o
                WHERE p.prokind <> 'a'
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                  WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
                                    AND d.deptype IN ('e', 'i'))
                """);
    }
}
