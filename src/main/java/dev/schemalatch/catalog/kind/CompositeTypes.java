package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.stream.Collectors;

/** Composite types that stand alone, not the row types of tables. */
final class CompositeTypes implements Kind {

    @Override
    public String name() {
        return "composite types";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(c.xmin) AS age
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                WHERE r.relkind = 'c'
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("composite type");
    }

    @Override
    public String called(CatalogObject object) {
        return "TYPE " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var attributes = surroundings.parts(object.key()).stream()
                .filter(this::brings)
                .map(CompositeAttributes::spelled)
                .collect(Collectors.joining(", "));
        return List.of(
                Statement.of("CREATE TYPE %s AS (%s)".formatted(object.key().identity(), attributes)));
    }

    @Override
    public boolean brings(CatalogObject part) {
        return part.key().type().equals("composite type column");
    }
}
