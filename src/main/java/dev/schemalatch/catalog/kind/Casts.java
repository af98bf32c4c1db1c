package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Locale;

/** Casts that neither PostgreSQL, an extension nor a range type brought. They lie in no schema. */
final class Casts implements Kind {

    @Override
    public String name() {
        return "casts";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT i.type, i.identity, pg_catalog.age(k.xmin) AS age,
                       CASE k.castmethod WHEN 'b' THEN 'binary' WHEN 'i' THEN 'inout' ELSE 'function' END AS method,
                       NULLIF(k.castfunc, 0)::pg_catalog.regprocedure::text AS function,
                       CASE k.castcontext WHEN 'a' THEN 'assignment' WHEN 'i' THEN 'implicit' ELSE 'explicit' END AS context
                FROM pg_catalog.pg_cast k,
                LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_cast'::pg_catalog.regclass, k.oid, 0) i
                WHERE k.oid >= 16384
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                  WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = k.oid
                                    AND d.deptype IN ('e', 'i'))
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("cast");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var method = object.attribute("method").orElseThrow();
        var context = object.attribute("context").orElseThrow();
        var create = Statement.of("CREATE CAST %s %s%s"
                .formatted(
                        object.key().identity(),
                        switch (method) {
                            case "binary" -> "WITHOUT FUNCTION";
                            case "inout" -> "WITH INOUT";
                            default ->
                                "WITH FUNCTION " + object.attribute("function").orElseThrow();
                        },
                        context.equals("explicit") ? "" : " AS " + context.toUpperCase(Locale.ROOT)));
        return List.of(method.equals("binary") ? create.bySuperuser() : create);
    }
}
