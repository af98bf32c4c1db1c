package dev.schemalatch.operator;

import dev.schemalatch.source.Source;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The migrations that rollouts ask a check about, by the name that pod templates have for them.
 *
 * @param own the name of the check's own migrations
 */
record RolloutFiles(String own, SortedMap<String, GateSources.Named> named) {

    RolloutFiles {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /** Nobody asks. */
    static RolloutFiles none() {
        return new RolloutFiles("", new TreeMap<>());
    }

    /** Whether a name stands for its content. */
    boolean isFixed(String name) {
        return Objects.requireNonNull(named.get(name), name).fixed();
    }

    Map<String, Source> candidates() {
        var candidates = new TreeMap<String, Source>();
        named.forEach((name, found) -> candidates.put(name, found.files()));
        return candidates;
    }
}
