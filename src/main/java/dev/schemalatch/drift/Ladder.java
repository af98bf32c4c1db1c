package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The schemas that the files produce on their way, some or all of them.
 *
 * @param rungs ascending
 */
public record Ladder(List<Rung> rungs) {

    public Ladder {
        rungs = rungs.stream().sorted(Comparator.comparingInt(Rung::files)).toList();
    }

    /** @param files how many of the files, from the first, make this schema */
    public record Rung(int files, Catalog schema) {}

    /**
     * The rungs that a schema is nearest to: several in a row where the files between them change nothing that it shows.
     *
     * @param differences how many objects are otherwise
     * @param weight the same, with the parts of objects that are missing or extra
     */
    public record Nearest(int lowest, int highest, int differences, int weight) {}

    private record Distance(int differences, int weight) {

        static Distance between(Rung rung, Catalog actual) {
            var drift = Comparison.between(rung.schema(), actual);
            return new Distance(drift.differences().size(), Ladder.weight(drift));
        }
    }

    /** How much a drift weighs: objects that differ, with the parts of those that are missing or extra. */
    public static int weight(Drift drift) {
        return drift.differences().stream()
                .mapToInt(difference -> 1 + difference.parts().size())
                .sum();
    }

    /** Where a schema is nearest to what the files make; empty where no rung is known. */
    public Optional<Nearest> nearest(Catalog actual) {
        var distances =
                rungs.stream().map(rung -> Distance.between(rung, actual)).toList();
        return distances.stream().min(Comparator.comparingInt(Distance::weight)).map(least -> {
            var low = distances.indexOf(least);
            var high = low;
            while (high + 1 < rungs.size() && distances.get(high + 1).equals(least)) {
                high++;
            }
            return new Nearest(rungs.get(low).files(), rungs.get(high).files(), least.differences(), least.weight());
        });
    }

    /**
     * The rungs around the nearest, between which more may lie that are nearer.
     *
     * @param top how many files there are
     */
    public Nearest around(Nearest nearest, int top) {
        var below = rungs.stream()
                .mapToInt(Rung::files)
                .filter(files -> files < nearest.lowest())
                .max()
                .orElse(0);
        var above = rungs.stream()
                .mapToInt(Rung::files)
                .filter(files -> files > nearest.highest())
                .min()
                .orElse(top);
        return new Nearest(below, above, nearest.differences(), nearest.weight());
    }

    /** This ladder with more rungs. */
    public Ladder and(Ladder more) {
        var all = new ArrayList<>(rungs);
        more.rungs.stream().filter(rung -> schema(rung.files()).isEmpty()).forEach(all::add);
        return new Ladder(all);
    }

    /** The schema that so many files make, where it was looked at. */
    public Optional<Catalog> schema(int files) {
        return rungs.stream()
                .filter(rung -> rung.files() == files)
                .map(Rung::schema)
                .findFirst();
    }

    /** Whether a file, counted from 1, is known to change nothing that a schema shows. */
    boolean unseen(int file) {
        return schema(file - 1)
                .flatMap(before -> schema(file).map(after -> Comparison.between(before, after)))
                .filter(Drift::isEmpty)
                .isPresent();
    }
}
