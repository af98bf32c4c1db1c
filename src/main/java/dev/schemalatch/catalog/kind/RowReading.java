package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.sql.Row;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Tells the columns that every {@link Kind} has apart from the attributes of its own. */
final class RowReading {

    private static final Set<String> GENERIC = Set.of(
            "type",
            "identity",
            "schema",
            "within_type",
            "within_identity",
            "inherited_type",
            "inherited_identity",
            "position",
            "age");

    private static final String HINT = "hint_";

    private RowReading() {}

    static CatalogObject object(Row row) {
        var attributes = new TreeMap<String, String>();
        var hints = new TreeMap<String, String>();
        row.values().forEach((column, value) -> {
            if (column.startsWith(HINT)) {
                hints.put(column.substring(HINT.length()), value);
            } else if (!GENERIC.contains(column) && !value.isEmpty()) {
                attributes.put(column, value);
            }
        });
        return new CatalogObject(
                new ObjectKey(row.text("type"), row.text("identity")),
                row.optional("schema"),
                link(row, "within"),
                link(row, "inherited"),
                attributes,
                hints,
                row.number("position").map(OptionalLong::of).orElse(OptionalLong.empty()),
                row.number("age").map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private static Optional<ObjectKey> link(Row row, String name) {
        return row.optional(name + "_identity").map(identity -> new ObjectKey(row.text(name + "_type"), identity));
    }
}
