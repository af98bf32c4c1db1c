package dev.schemalatch.check;

import dev.schemalatch.drift.Effect;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.drift.Position;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a closer look at a drifted schema tells.
 *
 * @param halves what the statements of failed migrations do
 * @param edited what the files of edited migrations do
 * @param position where the database stands in the files, where that is not where its history says
 * @param extents how much of a migration is there, where this look tells better than its replay as a whole
 * @param stops the statements at which the database stands in failed migrations, by name
 * @param whole whether nothing kept from looking
 */
record Insight(
        List<Effect> halves,
        List<Effect> edited,
        Optional<Position> position,
        SortedMap<String, Extent> extents,
        SortedMap<String, String> stops,
        boolean whole)
        implements Weighty {

    Insight {
        halves = List.copyOf(halves);
        edited = List.copyOf(edited);
        extents = Collections.unmodifiableSortedMap(new TreeMap<>(extents));
        stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
    }

    static Insight none() {
        return new Insight(List.of(), List.of(), Optional.empty(), new TreeMap<>(), new TreeMap<>(), true);
    }

    @Override
    public int weight() {
        return Stream.concat(halves.stream(), edited.stream())
                .mapToInt(effect -> effect.after().objects().size())
                .sum();
    }
}
