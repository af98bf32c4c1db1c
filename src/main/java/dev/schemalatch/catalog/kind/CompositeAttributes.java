package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Attributes of composite types that stand alone. As with the columns of a table, their order is no fact. */
final class CompositeAttributes implements Kind {

    @Override
    public String name() {
        return "attributes of composite types";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type || ' column' AS type, r.identity || '.' || pg_catalog.quote_ident(a.attname) AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, a.attnum AS position,
                       pg_catalog.age(a.xmin) AS age,
                       pg_catalog.format_type(a.atttypid, a.atttypmod) AS data_type,
                       CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::pg_catalog.regcollation::text
                       END AS collation
                FROM relation r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
                JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                WHERE r.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("composite type column");
    }

    @Override
    public String called(CatalogObject object) {
        return "COLUMN " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("ALTER TYPE %s ADD ATTRIBUTE %s".formatted(type(object), spelled(object))));
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("ALTER TYPE %s DROP ATTRIBUTE %s".formatted(type(object), named(object)))
                .being(Safety.LosesData));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var attribute = new TypedColumn(edit.to(), type(edit.to()), false);
        return Optional.of(Alteration.around(TypeReplacement.attribute(edit, attribute, typed(edit.to()))));
    }

    /** Name, type and collation, as a definition has them. */
    static String spelled(CatalogObject attribute) {
        return named(attribute) + " " + typed(attribute);
    }

    private static String typed(CatalogObject attribute) {
        return attribute.attribute("data_type").orElseThrow()
                + attribute
                        .attribute("collation")
                        .map(name -> " COLLATE " + name)
                        .orElse("");
    }

    private static String type(CatalogObject attribute) {
        return attribute.within().orElseThrow().identity();
    }

    private static String named(CatalogObject attribute) {
        return attribute.key().identity().substring(type(attribute).length() + 1);
    }
}
