package dev.schemalatch.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One object as the catalog has it.
 *
 * @param schema the schema it lies in, as stored; empty for what lies in none
 * @param within the object it is a part of: a column's table, an index's table
 * @param inherited the object that it came with and goes with: for a partition's column, the column of the partitioned table
 * @param attributes what is compared, in PostgreSQL's own spelling; an absent attribute is one that is not set
 * @param hints what changing it in place takes beside the attributes: a view's columns. For building; never compared.
 * @param position where it stands among the parts of the same object: a column's number. For building; never compared.
 * @param age how many transactions ago its catalog row was last written. Evidence for causes; never compared.
 */
public record CatalogObject(
        ObjectKey key,
        Optional<String> schema,
        Optional<ObjectKey> within,
        Optional<ObjectKey> inherited,
        SortedMap<String, String> attributes,
        SortedMap<String, String> hints,
        OptionalLong position,
        OptionalLong age) {

    public CatalogObject {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        hints = Collections.unmodifiableSortedMap(new TreeMap<>(hints));
    }

    /** One without hints. */
    public CatalogObject(
            ObjectKey key,
            Optional<String> schema,
            Optional<ObjectKey> within,
            Optional<ObjectKey> inherited,
            SortedMap<String, String> attributes,
            OptionalLong position,
            OptionalLong age) {
        this(key, schema, within, inherited, attributes, new TreeMap<>(), position, age);
    }

    /** An attribute; empty where it is not set. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** A hint; empty where the catalog gave none. */
    public Optional<String> hint(String name) {
        return Optional.ofNullable(hints.get(name));
    }

    /**
     * This object with what another reading says of it: its comment, its owner.
     *
     * @throws IllegalStateException where both have the same attribute: a query is wrong
     */
    CatalogObject and(CatalogObject other) {
        var all = new TreeMap<>(attributes);
        other.attributes.forEach((name, value) -> {
            if (all.put(name, value) != null) {
                throw new IllegalStateException("read twice: %s of %s".formatted(name, key));
            }
        });
        var allHints = new TreeMap<>(other.hints);
        allHints.putAll(hints);
        return new CatalogObject(
                key,
                schema.or(() -> other.schema),
                within.or(() -> other.within),
                inherited.or(() -> other.inherited),
                all,
                allHints,
                position.isPresent() ? position : other.position,
                younger(age, other.age));
    }

    private static OptionalLong younger(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream()).min();
    }

    /** The same with other attributes. */
    public CatalogObject with(SortedMap<String, String> others) {
        return new CatalogObject(key, schema, within, inherited, others, position, age);
    }

    /** The same by another name. */
    public CatalogObject named(ObjectKey other) {
        return new CatalogObject(other, schema, within, inherited, attributes, position, age);
    }

    /** What this object came with, or was inherited from, nearest first. */
    public Stream<ObjectKey> links() {
        return Stream.concat(within.stream(), inherited.stream());
    }
}
