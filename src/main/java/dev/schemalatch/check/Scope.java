package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.OwnObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a database is compared: the schemas that the migrations live in (or that the user named), without the tool's own
 * tables and what the user ignores.
 *
 * @param own what the migration tool makes for itself
 * @param uncertain objects of which nobody can say how they should be
 */
record Scope(
        SortedSet<String> schemas,
        HistoryTable historyTable,
        OwnObjects own,
        Set<ObjectKey> uncertain,
        List<IgnoreRule> ignore,
        Rights rights) {

    /** The scope of a request, given every catalog that the migrations produce on their way. */
    static Scope of(
            CheckRequest request,
            Observation observed,
            String defaultSchema,
            List<Catalog> produced,
            Set<ObjectKey> uncertain) {
        var historyTable = observed.historyTable();
        var schemas = new TreeSet<String>();
        if (request.schemas().isEmpty()) {
            schemas.add(defaultSchema);
            if (!observed.ownObjects().schemas().contains(historyTable.schema())) {
                schemas.add(historyTable.schema());
            }
            produced.forEach(catalog -> schemas.addAll(catalog.schemas()));
        } else {
            schemas.addAll(request.schemas());
        }
        return new Scope(
                schemas,
                historyTable,
                observed.ownObjects(),
                uncertain,
                request.ignore(),
                rights(request, observed, defaultSchema));
    }

    /** Without a history table nothing tells who runs the migrations, so that owners are left aside. */
    private static Rights rights(CheckRequest request, Observation observed, String defaultSchema) {
        var runner = owner(observed.catalog(), observed.historyTable());
        var compared = new TreeSet<>(request.compare());
        if (runner.isEmpty()) {
            compared.clear();
        }
        return new Rights(compared, runner, new TreeSet<>(List.of(defaultSchema, "public")));
    }

    private static Optional<String> owner(Catalog catalog, HistoryTable table) {
        return catalog.find(new ObjectKey("table", identity(table))).flatMap(found -> found.attribute("owner"));
    }

    Catalog of(Catalog catalog) {
        return rights.of(catalog, owner(catalog, historyTable)).retain(this::covers);
    }

    private boolean covers(CatalogObject object) {
        return object.schema().map(schemas::contains).orElse(true)
                && !isTheTools(object)
                && !uncertain.contains(object.key())
                && !isIgnored(object.key());
    }

    private boolean isTheTools(CatalogObject object) {
        return switch (object.key().type()) {
            case "table", "view" ->
                own.tables().stream().map(Scope::identity).anyMatch(object.key().identity()::equals)
                        || isInTheToolsSchema(object);
            case "schema" ->
                own.schemas().stream().map(Scope::quote).anyMatch(object.key().identity()::equals);
            default -> isInTheToolsSchema(object);
        };
    }

    private boolean isInTheToolsSchema(CatalogObject object) {
        return object.schema().filter(own.schemas()::contains).isPresent();
    }

    private static String identity(HistoryTable table) {
        return "%s.%s".formatted(quote(table.schema()), quote(table.name()));
    }

    /** As {@code quote_ident} does, but for keywords: no tool names its table so. */
    private static String quote(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** What of the live database stays out, one line each. */
    List<String> leftOut(Catalog live) {
        var lines = new ArrayList<String>();
        var other = new TreeSet<>(live.schemas());
        other.removeAll(schemas);
        other.removeAll(own.schemas());
        for (var schema : other) {
            lines.add("schema %s: no migration lives there; name it among the schemas to compare it".formatted(schema));
        }
        var ignored = live.objects().keySet().stream().filter(this::isIgnored).count();
        if (ignored > 0) {
            lines.add("%d objects: ignored by %d rules".formatted(ignored, ignore.size()));
        }
        Compare.leftAside(rights.compared()).ifPresent(lines::add);
        return lines;
    }

    private boolean isIgnored(ObjectKey key) {
        return ignore.stream().anyMatch(rule -> rule.covers(key));
    }
}
