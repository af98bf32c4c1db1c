package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts another type under the columns that have one which PostgreSQL cannot change in place. The old type steps aside, the
 * new one is made under its name, and the columns move over.
 */
record TypeReplacement(Edit edit, ColumnMove columns) {

    private static final String ASIDE = Sql.name("(before)");

    /**
     * @param create makes the new type
     * @param between a type that casts from the old one and to the new one
     */
    Alteration by(List<Statement> create, String between) {
        var type = edit.to().key().identity();
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("ALTER TYPE %s RENAME TO %s".formatted(type, ASIDE)));
        statements.addAll(create);
        statements.addAll(Ddl.traits(edit.to(), Optional.empty()));
        statements.addAll(columns.over(between));
        for (var attribute : TypedColumn.ofComposites(edit.before(), type)) {
            statements.addAll(attribute(edit, attribute, attribute.as(type)));
        }
        var schema = edit.to().schema().map(name -> Sql.name(name) + ".").orElse("");
        statements.add(Statement.of("DROP TYPE " + schema + ASIDE));
        return Alteration.around(statements);
    }

    /** Changes the type of an attribute, while columns of the composite type are texts. */
    static List<Statement> attribute(Edit edit, TypedColumn attribute, String type) {
        var columns = ColumnMove.of(edit, new ObjectKey("composite type", attribute.table()));
        var statements = new ArrayList<>(columns.aside("text"));
        statements.add(Statement.of(
                "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s".formatted(attribute.table(), attribute.name(), type)));
        statements.addAll(columns.back());
        return statements;
    }
}
