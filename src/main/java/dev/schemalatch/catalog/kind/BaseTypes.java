package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/**
 * Base types, and shell types that are no more than a name. A base type and its functions cannot be without each other, and
 * they are programs on the server: differences are shown, statements exist for shell types alone.
 */
final class BaseTypes implements Kind {

    @Override
    public String name() {
        return "base types";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'type' AS type, n.identity || '.' || pg_catalog.quote_ident(t.typname) AS identity, n.name AS schema,
                       pg_catalog.age(t.xmin) AS age, CASE WHEN t.typisdefined THEN 'base' ELSE 'shell' END AS form,
                       b.*
                FROM pg_catalog.pg_type t JOIN namespace n ON n.oid = t.typnamespace
                LEFT JOIN LATERAL (
                  SELECT t.typinput::text AS input, t.typoutput::text AS output,
                         NULLIF(t.typreceive, 0)::pg_catalog.regproc::text AS receive,
                         NULLIF(t.typsend, 0)::pg_catalog.regproc::text AS send,
                         NULLIF(t.typmodin, 0)::pg_catalog.regproc::text AS typmod_in,
                         NULLIF(t.typmodout, 0)::pg_catalog.regproc::text AS typmod_out,
                         NULLIF(t.typanalyze, 0)::pg_catalog.regproc::text AS "analyze",
                         NULLIF(t.typsubscript, 0)::pg_catalog.regproc::text AS subscript,
                         CASE t.typlen WHEN -1 THEN 'variable' ELSE t.typlen::text END AS internallength,
                         CASE WHEN t.typbyval THEN 'true' END AS passedbyvalue,
                         CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' ELSE 'int4' END AS alignment,
                         CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended'
                         END AS storage,
                         pg_catalog.quote_literal(t.typcategory::text) AS category,
                         CASE WHEN t.typispreferred THEN 'true' END AS preferred,
                         pg_catalog.quote_literal(t.typdefault) AS "default",
                         CASE WHEN t.typelem <> 0 THEN pg_catalog.format_type(t.typelem, NULL) END AS element,
                         pg_catalog.quote_literal(t.typdelim::text) AS delimiter,
                         CASE WHEN t.typcollation <> 0 THEN 'true' END AS collatable
                ) b ON t.typisdefined
                WHERE (t.typtype = 'b' OR t.typtype = 'p' AND NOT t.typisdefined)
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)
                  AND t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return TypeForm.BASE.of(object) || TypeForm.SHELL.of(object);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return TypeForm.SHELL.of(object)
                ? List.of(Statement.of("CREATE TYPE " + object.key().identity()))
                : List.of();
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return TypeForm.SHELL.of(object) ? Kind.super.drop(object) : List.of();
    }
}
