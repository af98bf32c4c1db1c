package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.tool.HistoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a database is compared: the schemas that the migrations live in (or that the user named), without the tool's own
 * table and what the user ignores.
 */
record Scope(SortedSet<String> schemas, HistoryTable historyTable, List<IgnoreRule> ignore) {

    /** The scope of a request, given every catalog that the migrations produce on their way. */
    static Scope of(CheckRequest request, HistoryTable historyTable, String defaultSchema, List<Catalog> produced) {
        var schemas = new TreeSet<String>();
        if (request.schemas().isEmpty()) {
            schemas.add(defaultSchema);
            schemas.add(historyTable.schema());
            produced.forEach(catalog -> schemas.addAll(catalog.schemas()));
        } else {
            schemas.addAll(request.schemas());
        }
        return new Scope(schemas, historyTable, request.ignore());
    }

    Catalog of(Catalog catalog) {
        return catalog.retain(this::covers);
    }

    private boolean covers(CatalogObject object) {
        return object.schema().map(schemas::contains).orElse(true) && !isHistory(object) && !isIgnored(object.key());
    }

    private boolean isHistory(CatalogObject object) {
        return object.key().type().equals("table") && object.key().identity().equals(historyIdentity());
    }

    private String historyIdentity() {
        return "%s.%s".formatted(quote(historyTable.schema()), quote(historyTable.name()));
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
        for (var schema : other) {
            lines.add("schema %s: no migration lives there; name it among the schemas to compare it".formatted(schema));
        }
        var ignored = live.objects().keySet().stream().filter(this::isIgnored).count();
        if (ignored > 0) {
            lines.add("%d objects: ignored by %d rules".formatted(ignored, ignore.size()));
        }
        return lines;
    }

    private boolean isIgnored(ObjectKey key) {
        return ignore.stream().anyMatch(rule -> rule.covers(key));
    }
}
