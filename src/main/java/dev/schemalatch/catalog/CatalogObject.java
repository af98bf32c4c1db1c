package dev.schemalatch.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    public CatalogObject {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** What this object came with, or was inherited from, nearest first. */
    public Stream<ObjectKey> links() {
        return Stream.concat(within.stream(), inherited.stream());
    }
}
