package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** Schemas all of whose tables a publication publishes, from 15 on. */
final class PublishedSchemas implements Kind {

    private static final String TYPE = "publication namespace";

    private static final String NONE = "SELECT NULL AS type, NULL AS identity WHERE false";

    private static final String SELECT = """
            SELECT 'publication namespace' AS type, n.identity || ' in publication ' || pg_catalog.quote_ident(p.pubname) AS identity,
                   n.name AS schema, 'publication' AS within_type, pg_catalog.quote_ident(p.pubname) AS within_identity,
                   pg_catalog.age(s.xmin) AS age
            FROM pg_catalog.pg_publication_namespace s JOIN pg_catalog.pg_publication p ON p.oid = s.pnpubid
            JOIN namespace n ON n.oid = s.pnnspid
            WHERE p.oid NOT IN (SELECT e.objid FROM member e
                                WHERE e.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass)
            """;

    @Override
    public String name() {
        return "published schemas";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query(version.atLeast(15) ? SELECT : NONE);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(alterPublication(object, "ADD"));
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(alterPublication(object, "DROP"));
    }

    private static Statement alterPublication(CatalogObject object, String verb) {
        var publication = object.within().orElseThrow().identity();
        var statement = Statement.of("ALTER PUBLICATION %s %s TABLES IN SCHEMA %s"
                .formatted(publication, verb, Sql.name(object.schema().orElseThrow())));
        return verb.equals("ADD") ? statement.bySuperuser() : statement;
    }
}
