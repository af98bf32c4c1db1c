package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** Schemas by name: all that they are, as far as owners, rights and comments are left aside. */
final class Schemas implements Kind {

    @Override
    public String name() {
        return "schemas";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'schema' AS type, n.identity, n.name AS schema, pg_catalog.age(s.xmin) AS age
                FROM namespace n JOIN pg_catalog.pg_namespace s ON s.oid = n.oid
                WHERE n.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("schema");
    }

    @Override
    public String called(CatalogObject object) {
        return "SCHEMA " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE " + called(object)));
    }
}
