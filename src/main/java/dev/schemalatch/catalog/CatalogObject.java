package dev.schemalatch.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object as the catalog has it.
 *
 * @param schema the schema it lies in, as stored; empty for what lies in none
 * @param within the object it is a part of: a column's table, an index's table
 * @param attributes what is compared, in PostgreSQL's own spelling; an absent attribute is one that is not set
 * @param age how many transactions ago its catalog row was last written. Evidence for causes; never compared.
 */
public record CatalogObject(
        ObjectKey key,
        Optional<String> schema,
        Optional<ObjectKey> within,
        SortedMap<String, String> attributes,
        OptionalLong age) {

    public CatalogObject {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
