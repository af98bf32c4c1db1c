package dev.schemalatch.check;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.drift.Position;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.history.History;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The live schema beside what the migrations produce.
 *
 * @param yardstick what it was held against
 * @param drift explained
 * @param uncertain objects that were left out, since nobody can say how they should be
 * @param extents how much of each migration that is not applied the live schema has; empty where nothing had to be explained
 * @param position where in the files the database stands, where that is not where its history says
 * @param broken pending migrations that do not replay
 * @param stops the statements at which migrations that failed on the database stopped, by name
 * @param notChecked what was left out, one line each
 */
record Compared(
        Yardstick yardstick,
        Drift drift,
        Set<ObjectKey> uncertain,
        SortedMap<String, Extent> extents,
        Optional<Position> position,
        List<Failure> broken,
        SortedMap<String, String> stops,
        List<String> notChecked) {

    Compared {
        uncertain = Set.copyOf(uncertain);
        extents = Collections.unmodifiableSortedMap(new TreeMap<>(extents));
        broken = List.copyOf(broken);
        stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
        notChecked = List.copyOf(notChecked);
    }

    /** Nothing says what to expect. */
    static Compared nothing(Yardstick.None none, List<String> notes) {
        return new Compared(
                none,
                Drift.notCompared(none.why()),
                Set.of(),
                new TreeMap<>(),
                Optional.empty(),
                List.of(),
                new TreeMap<>(),
                Stream.concat(Stream.of(none.why()), notes.stream()).toList());
    }

    /** The history, with the places where failed migrations stopped. */
    History stops(History history) {
        return history.stoppedAt(stops);
    }
}
