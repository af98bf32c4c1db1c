package dev.schemalatch.catalog;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What objects need other objects for, as {@code pg_depend} knows it. PostgreSQL does not look into the bodies of functions
 * that are texts.
 *
 * @param needs by object, what it cannot be without
 * @param defaults by column, what its default alone needs; the default can go without the column
 */
public record Dependencies(
        SortedMap<ObjectKey, SortedSet<ObjectKey>> needs, SortedMap<ObjectKey, SortedSet<ObjectKey>> defaults) {

    public Dependencies {
        needs = Collections.unmodifiableSortedMap(new TreeMap<>(needs));
        defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
    }

    public static Dependencies none() {
        return new Dependencies(new TreeMap<>(), new TreeMap<>());
    }

    /** What an object needs; empty where it needs nothing. */
    public SortedSet<ObjectKey> of(ObjectKey key) {
        return needs.getOrDefault(key, Collections.emptySortedSet());
    }

    /** What the default of a column needs. */
    public SortedSet<ObjectKey> ofDefault(ObjectKey column) {
        return defaults.getOrDefault(column, Collections.emptySortedSet());
    }

    /** The same, the other way round: by object, what needs it. */
    public static SortedMap<ObjectKey, SortedSet<ObjectKey>> turned(SortedMap<ObjectKey, SortedSet<ObjectKey>> needs) {
        var turned = new TreeMap<ObjectKey, SortedSet<ObjectKey>>();
        needs.forEach((key, needed) -> needed.forEach(
                one -> turned.computeIfAbsent(one, k -> new TreeSet<>()).add(key)));
        return turned;
    }
}
