package dev.schemalatch.drift;

import dev.schemalatch.catalog.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object that is not as expected, seen from the expected side.
 *
 * @param attributes what differs; for a missing or extra object all of its attributes, on one side
 * @param parts objects that came or went with it (a table's columns and indexes), folded under it
 */
public record Difference(
        Change change, ObjectKey key, SortedMap<String, Values> attributes, List<ObjectKey> parts, Cause cause) {

    public Difference {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        parts = List.copyOf(parts);
    }

    /** The contract's words. */
    public enum Change {
        /** Expected, and not there. */
        Missing,
        /** There, and not expected. */
        Extra,
        /** There, but not as expected. */
        Changed
    }

    /** The two spellings of one attribute; empty where it is not set or the object is not there. */
    public record Values(Optional<String> expected, Optional<String> actual) {}

    public Difference because(Cause because) {
        return new Difference(change, key, attributes, parts, because);
    }

    Difference with(List<ObjectKey> folded) {
        return new Difference(change, key, attributes, folded, cause);
    }
}
