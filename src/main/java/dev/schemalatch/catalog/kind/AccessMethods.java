package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** Access methods for tables and indexes that neither PostgreSQL nor an extension brought. */
final class AccessMethods implements Kind {

    @Override
    public String name() {
        return "access methods";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'access method' AS type, pg_catalog.quote_ident(m.amname) AS identity, pg_catalog.age(m.xmin) AS age,
                       CASE m.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END AS access_to, m.amhandler::text AS handler
                FROM pg_catalog.pg_am m
                WHERE m.oid >= 16384
                  AND m.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_am'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("access method");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE ACCESS METHOD %s TYPE %s HANDLER %s"
                        .formatted(
                                object.key().identity(),
                                object.attribute("access_to").orElseThrow(),
                                object.attribute("handler").orElseThrow()))
                .bySuperuser());
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).bySuperuser());
    }
}
