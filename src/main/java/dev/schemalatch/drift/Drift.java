package dev.schemalatch.drift;

import java.util.List;
import java.util.Optional;

/** All differences between the expected and the actual schema, in a stable order. */
public record Drift(List<Difference> differences) {

    public Drift {
        differences = List.copyOf(differences);
    }

    public static Drift none() {
        return new Drift(List.of());
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
