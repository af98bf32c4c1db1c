package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a table with its columns. */
record TableCreation(CatalogObject table, Blueprint surroundings) {

    List<Statement> statements() {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(create()));
        for (var column : columns()) {
            var shall = Column.of(column, surroundings);
            var made = given(column) ? made(column, shall) : shall.defined();
            statements.addAll(new ColumnChange(made, shall, surroundings).statements());
        }
        states(statements);
        return statements;
    }

    private void states(List<Statement> statements) {
        var alter = Tables.alter(table);
        table.attribute("row_security")
                .ifPresent(enabled -> statements.add(Tables.brief(alter + " ENABLE ROW LEVEL SECURITY")));
        table.attribute("row_security_for_owner")
                .ifPresent(forced -> statements.add(Tables.brief(alter + " FORCE ROW LEVEL SECURITY")));
        if (table.attribute("replica_identity").isPresent() && !Tables.indexIdentity(table)) {
            statements.add(Tables.replicaIdentity(table));
        }
    }

    private List<CatalogObject> columns() {
        return surroundings.parts(table.key()).stream()
                .filter(part -> part.key().type().equals("table column"))
                .toList();
    }

    /** Whether a column comes from elsewhere: from a parent or a type. */
    private boolean given(CatalogObject column) {
        return column.inherited().isPresent() || is("of_type") || is("partition_of");
    }

    /** A column that came from elsewhere, with what was said of it besides. */
    private Column made(CatalogObject column, Column shall) {
        var came = column.inherited().isPresent()
                ? Column.cameFromParent(column, surroundings)
                : shall.defined().with("default", Optional.empty()).with("not_null", Optional.of("false"));
        return came.with("generated", shall.fact("generated"));
    }

    private String create() {
        var unlogged = table.attribute("persistence").equals(Optional.of("unlogged")) ? "UNLOGGED " : "";
        return "CREATE " + unlogged + "TABLE " + table.key().identity() + parentage()
                + clause("partition_key", " PARTITION BY ")
                + table.attribute("access_method")
                        .filter(method -> !method.equals("heap"))
                        .map(method -> " USING " + method)
                        .orElse("")
                + StorageParameters.with(table.attribute("options"));
    }

    private String parentage() {
        if (is("partition_of")) {
            return clause("partition_of", " PARTITION OF ") + departures() + clause("partition_bound", " ");
        }
        if (is("of_type")) {
            return clause("of_type", " OF ");
        }
        var own = columns().stream()
                .filter(column -> !given(column))
                .map(column -> "\n    " + Column.of(column, surroundings).definition())
                .collect(Collectors.joining(","));
        return " (" + (own.isEmpty() ? "" : own + "\n") + ")"
                + table.attribute("inherits")
                        .map(parents -> " INHERITS (" + parents + ")")
                        .orElse("");
    }

    /** Columns of a partition that are computed in another way than the parent's. */
    private String departures() {
        var computed = columns().stream()
                .flatMap(column -> column.attribute("generated").stream()
                        .map(expression -> Column.of(column, surroundings).name() + Column.generated(expression)))
                .collect(Collectors.joining(", "));
        return computed.isEmpty() ? "" : " (" + computed + ")";
    }

    private boolean is(String attribute) {
        return table.attribute(attribute).isPresent();
    }

    private String clause(String attribute, String keyword) {
        return table.attribute(attribute).map(value -> keyword + value).orElse("");
    }
}
