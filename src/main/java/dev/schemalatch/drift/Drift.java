package dev.schemalatch.drift;

import java.util.List;
import java.util.Optional;

/**
 * All differences between the expected and the actual schema, in a stable order.
 *
 * @param notCompared why nothing was compared, where nothing says what to expect; there are no differences then
 */
public record Drift(List<Difference> differences, Optional<String> notCompared) {

    public Drift {
        differences = List.copyOf(differences);
    }

    /** Differences that were found. */
    public Drift(List<Difference> differences) {
        this(differences, Optional.empty());
    }

    public static Drift none() {
        return new Drift(List.of());
    }

    /** Nothing says what to expect. */
    public static Drift notCompared(String why) {
        return new Drift(List.of(), Optional.of(why));
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    public int count(Difference.Change change) {
        return (int) differences.stream().filter(d -> d.change() == change).count();
    }

    /** The same differences have the same fingerprint, whatever order or cause they come with; empty where there are none. */
    public Optional<String> fingerprint() {
        return isEmpty() ? Optional.empty() : Optional.of(Fingerprint.of(this));
    }
}
