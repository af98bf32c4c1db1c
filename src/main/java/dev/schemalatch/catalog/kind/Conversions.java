package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** Conversions between encodings. */
final class Conversions implements Kind {

    @Override
    public String name() {
        return "conversions";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'conversion' AS type, n.identity || '.' || pg_catalog.quote_ident(c.conname) AS identity, n.name AS schema,
                       pg_catalog.age(c.xmin) AS age,
                       pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(c.conforencoding)) AS source,
                       pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(c.contoencoding)) AS destination,
                       c.conproc::text AS function,
                       CASE WHEN c.condefault THEN 'true' END AS "default"
                FROM pg_catalog.pg_conversion c JOIN namespace n ON n.oid = c.connamespace
                WHERE c.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_conversion'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("conversion");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE%s CONVERSION %s FOR %s TO %s FROM %s"
                .formatted(
                        object.attribute("default").map(is -> " DEFAULT").orElse(""),
                        object.key().identity(),
                        object.attribute("source").orElseThrow(),
                        object.attribute("destination").orElseThrow(),
                        object.attribute("function").orElseThrow())));
    }
}
