package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Nesting;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions and procedures, known by name and argument types; what belongs to a range type comes with that. */
final class Routines implements Kind {

    private static final String DEFAULT = " DEFAULT ";

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
                       pg_catalog.quote_ident(l.lanname) AS language,
                       CASE WHEN p.prosqlbody IS NULL THEN p.prosrc END AS body,
                       pg_catalog.pg_get_function_sqlbody(p.oid) AS sql_body,
                       p.probin AS library,
                       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
                       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
                       CASE WHEN p.proisstrict THEN 'strict' END AS strict,
                       CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END AS security,
                       CASE WHEN p.proleakproof THEN 'leakproof' END AS leakproof,
                       CASE WHEN p.prokind = 'w' THEN 'window' END AS "window",
                       p.procost AS cost, NULLIF(p.prorows, 0) AS rows, s.settings,
                       CASE WHEN p.prosupport <> 0 THEN u.nspname || '.' || v.proname END AS support,
                       (SELECT string_agg('FOR TYPE ' || y::pg_catalog.regtype, ', ' ORDER BY y::pg_catalog.regtype::text)
                        FROM unnest(p.protrftypes) y) AS transforms,
                       CASE WHEN NOT l.lanpltrusted THEN 'true' END AS hint_superuser
                FROM pg_catalog.pg_proc p JOIN namespace n ON n.oid = p.pronamespace
                JOIN pg_catalog.pg_language l ON l.oid = p.prolang
                LEFT JOIN pg_catalog.pg_proc v ON v.oid = p.prosupport
                LEFT JOIN pg_catalog.pg_namespace u ON u.oid = v.pronamespace
                LEFT JOIN LATERAL (
                  SELECT string_agg('SET ' || pg_catalog.quote_ident(c.name) || ' TO ' || %s, ' ' ORDER BY c.name) AS settings
                  FROM (SELECT split_part(t, '=', 1) AS name, substr(t, strpos(t, '=') + 1) AS value
                        FROM unnest(p.proconfig) t) c) s ON true,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0) o
                WHERE p.prokind <> 'a'
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                  WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
                                    AND d.deptype IN ('e', 'i'))
                """.formatted(Settings.value("c.name", "c.value")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return Set.of("function", "procedure").contains(object.key().type());
    }

    @Override
    public String called(CatalogObject object) {
        return (procedure(object) ? "PROCEDURE " : "FUNCTION ") + object.key().identity();
    }

    private static boolean procedure(CatalogObject object) {
        return object.key().type().equals("procedure");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(make("CREATE ", object));
    }

    private static Statement make(String verb, CatalogObject object) {
        var statement = Statement.of(verb + RoutineText.of(object, procedure(object)));
        var superuser = object.hint("superuser").isPresent()
                || object.attribute("leakproof").isPresent()
                || object.attribute("support").isPresent();
        return superuser ? statement.bySuperuser() : statement;
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var replaceable = !edit.changes("result") && !edit.changes("window") && keepsArguments(edit);
        return replaceable ? Optional.of(Alteration.of(make("CREATE OR REPLACE ", edit.to()))) : Optional.empty();
    }

    /** Arguments keep their names and their defaults; a default can be another, and there can be more. */
    private static boolean keepsArguments(Edit edit) {
        var is = Nesting.split(edit.from("arguments").orElse(""));
        var shall = Nesting.split(edit.to("arguments").orElse(""));
        if (is.size() != shall.size()) {
            return false;
        }
        for (var at = 0; at < is.size(); at++) {
            if (!bare(is.get(at)).equals(bare(shall.get(at))) || hasDefault(is.get(at)) && !hasDefault(shall.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDefault(String argument) {
        return Nesting.find(argument, DEFAULT) >= 0;
    }

    private static String bare(String argument) {
        return hasDefault(argument) ? argument.substring(0, Nesting.find(argument, DEFAULT)) : argument;
    }
}
