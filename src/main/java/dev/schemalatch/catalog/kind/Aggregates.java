package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Aggregate functions: ordinary, ordered-set and hypothetical-set ones. */
final class Aggregates implements Kind {

    private static final List<String> OPTIONS = List.of(
            "sfunc",
            "stype",
            "sspace",
            "finalfunc",
            "finalfunc_extra",
            "finalfunc_modify",
            "combinefunc",
            "serialfunc",
            "deserialfunc",
            "initcond",
            "msfunc",
            "minvfunc",
            "mstype",
            "msspace",
            "mfinalfunc",
            "mfinalfunc_extra",
            "mfinalfunc_modify",
            "minitcond",
            "sortop",
            "parallel",
            "hypothetical");

    @Override
    public String name() {
        return "aggregates";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT o.type, o.identity, n.name AS schema,
                       LEAST(pg_catalog.age(p.xmin), pg_catalog.age(a.xmin)) AS age,
                       pg_catalog.pg_get_function_arguments(p.oid) AS arguments,
                       pg_catalog.pg_get_function_result(p.oid) AS result,
                       a.aggtransfn::text AS sfunc, pg_catalog.format_type(a.aggtranstype, NULL) AS stype,
                       NULLIF(a.aggtransspace, 0)::text AS sspace,
                       NULLIF(a.aggfinalfn, 0)::pg_catalog.regproc::text AS finalfunc,
                       CASE WHEN a.aggfinalextra THEN 'true' END AS finalfunc_extra,
                       CASE WHEN a.aggfinalmodify <> d.modify
                            THEN CASE a.aggfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END
                       END AS finalfunc_modify,
                       NULLIF(a.aggcombinefn, 0)::pg_catalog.regproc::text AS combinefunc,
                       NULLIF(a.aggserialfn, 0)::pg_catalog.regproc::text AS serialfunc,
                       NULLIF(a.aggdeserialfn, 0)::pg_catalog.regproc::text AS deserialfunc,
                       pg_catalog.quote_literal(a.agginitval) AS initcond,
                       NULLIF(a.aggmtransfn, 0)::pg_catalog.regproc::text AS msfunc,
                       NULLIF(a.aggminvtransfn, 0)::pg_catalog.regproc::text AS minvfunc,
                       CASE WHEN a.aggmtranstype <> 0 THEN pg_catalog.format_type(a.aggmtranstype, NULL) END AS mstype,
                       NULLIF(a.aggmtransspace, 0)::text AS msspace,
                       NULLIF(a.aggmfinalfn, 0)::pg_catalog.regproc::text AS mfinalfunc,
                       CASE WHEN a.aggmfinalextra THEN 'true' END AS mfinalfunc_extra,
                       CASE WHEN a.aggmfinalmodify <> d.modify
                            THEN CASE a.aggmfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END
                       END AS mfinalfunc_modify,
                       pg_catalog.quote_literal(a.aggminitval) AS minitcond,
                       'OPERATOR(' || pg_catalog.quote_ident(s.nspname) || '.' || q.oprname || ')' AS sortop,
                       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' END AS parallel,
                       CASE WHEN a.aggkind = 'h' THEN 'true' END AS hypothetical
                FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
                JOIN namespace n ON n.oid = p.pronamespace
                LEFT JOIN pg_catalog.pg_operator q ON q.oid = a.aggsortop
                LEFT JOIN pg_catalog.pg_namespace s ON s.oid = q.oprnamespace,
                LATERAL (SELECT CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char" AS modify) d,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0) o
                WHERE p.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("aggregate");
    }

    @Override
    public String called(CatalogObject object) {
        var signature = Signature.of(object);
        var arguments = signature.arguments();
        return "AGGREGATE " + signature.name() + (arguments.equals("()") ? "(*)" : arguments);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(statement("CREATE", object));
    }

    private static Statement statement(String verb, CatalogObject object) {
        return Statement.of("%s AGGREGATE %s(%s) (%s)"
                .formatted(
                        verb,
                        Signature.of(object).name(),
                        object.attribute("arguments").orElse("*"),
                        Definition.of(object, OPTIONS)));
    }

    /** PostgreSQL replaces one aggregate by another that is called and answers alike. */
    @Override
    public Optional<Alteration> alter(Edit edit) {
        return List.of("arguments", "result", "hypothetical").stream().anyMatch(edit::changes)
                ? Optional.empty()
                : Optional.of(Alteration.of(statement("CREATE OR REPLACE", edit.to())));
    }
}
