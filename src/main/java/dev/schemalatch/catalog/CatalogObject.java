package dev.schemalatch.catalog;

import dev.schemalatch.sql.Row;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object as the catalog has it.
 *
 * @param schema the schema it lies in, as stored; empty for what lies in none
 * @param within the object it is a part of: a column's table, an index's table
 * @param inherited the object that it came with and goes with: for a partition's column, the column of the partitioned table
 * @param attributes what is compared, in PostgreSQL's own spelling; an absent attribute is one that is not set
 * @param age how many transactions ago its catalog row was last written. Evidence for causes; never compared.
 */
public record CatalogObject(
        ObjectKey key,
        Optional<String> schema,
        Optional<ObjectKey> within,
        Optional<ObjectKey> inherited,
        SortedMap<String, String> attributes,
        OptionalLong age) {

    private static final Set<String> GENERIC = Set.of(
            "type",
            "identity",
            "schema",
            "within_type",
            "within_identity",
            "inherited_type",
            "inherited_identity",
            "age");

    public CatalogObject {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** Reads a row as a {@link dev.schemalatch.catalog.kind.Kind}'s query gives it; empty text is an attribute not set. */
    public static CatalogObject of(Row row) {
        var attributes = new TreeMap<String, String>();
        row.values().forEach((column, value) -> {
            if (!GENERIC.contains(column) && !value.isEmpty()) {
                attributes.put(column, value);
            }
        });
        return new CatalogObject(
                new ObjectKey(row.text("type"), row.text("identity")),
                row.optional("schema"),
                key(row, "within"),
                key(row, "inherited"),
                attributes,
                row.number("age").map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private static Optional<ObjectKey> key(Row row, String link) {
        return row.optional(link + "_identity").map(identity -> new ObjectKey(row.text(link + "_type"), identity));
    }
}
