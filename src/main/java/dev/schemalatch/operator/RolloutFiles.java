package dev.schemalatch.operator;

import dev.schemalatch.source.Source;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The migrations that rollouts ask a check about, by the name that pod templates have for them.
 *
 * @param own the name of the check's own migrations; empty where it is not known
 */
record RolloutFiles(String own, SortedMap<String, GateSources.Named> named) {

    RolloutFiles {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /** Nobody asks. */
    static RolloutFiles none() {
        return new RolloutFiles("", new TreeMap<>());
    }

    /** The same where images are those that were read before: whoever glances asks no registry. */
    RolloutFiles since(RolloutFiles before) {
        var again = new TreeMap<>(named);
        before.named.forEach(
                (name, known) -> again.computeIfPresent(name, (same, found) -> known.image() ? known : found));
        return new RolloutFiles(own, again);
    }

    /** The check's own migrations where they are in an image, which is read once for all. */
    Optional<Source> ownImage() {
        return Optional.ofNullable(named.get(own))
                .filter(GateSources.Named::image)
                .map(GateSources.Named::files);
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
