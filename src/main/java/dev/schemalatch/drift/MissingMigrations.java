package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.drift.Cause.Kind;
import dev.schemalatch.drift.Difference.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Ties differences to applied migrations that the files lack. Such a migration cannot be replayed, so what it did is not
 * known; but when it was done is.
 *
 * <p>A tool writes a migration's history row when the migration is finished, and every row of a catalog or a table carries the
 * transaction that last wrote it. Ages count transactions back from now, so a greater age is an earlier time. What a
 * migration did was therefore written at or before its own history row (object's age &gt;= row's age) and after the row of the
 * migration before it (object's age &lt; that row's age). That is the migration's window.
 *
 * <ul>
 *   <li>An object last written in the window of a missing migration may have come from it. It may as well have been made by
 *       hand in that time, which is why it is never said for certain.
 *   <li>An object last written after every history row, or in the window of a migration that the files hold (whose effect is
 *       therefore known, and is another), was changed by hand.
 *   <li>A missing object has left no row to date it by, so any missing migration may have dropped it.
 * </ul>
 *
 * <p>Of an extra table the oldest of its rows counts, since later maintenance (TRUNCATE, REINDEX, a new index) writes some of
 * them again; of a changed object the one that was written last is all there is.
 *
 * <p>Copies date nothing. Restoring a dump writes all history rows in one transaction, and indexes, constraints and triggers
 * after them. Where two history rows have one age, or every index, constraint and trigger that is as expected is younger than
 * every history row, the answer is "may have" again. So it is where an age is unknown or negative: counters wrap around.
 */
final class MissingMigrations {

    private static final Set<String> RESTORED_LAST = Set.of("index", "table constraint", "trigger");

    private final List<Recorded> oldestFirst;
    private final List<String> missing;
    private final boolean dated;
    private final Catalog actual;
    private final Families families;

    MissingMigrations(List<Recorded> history, Catalog expected, Catalog actual, Families families) {
        this.oldestFirst = history.stream()
                .sorted(Comparator.comparingLong((Recorded row) -> row.age().orElse(-1))
                        .reversed())
                .toList();
        this.missing = history.stream()
                .filter(Recorded::missing)
                .map(Recorded::migration)
                .distinct()
                .toList();
        this.actual = actual;
        this.families = families;
        this.dated = distinctAges() && !restored(expected);
    }

    private boolean distinctAges() {
        return oldestFirst.stream().allMatch(row -> row.age().orElse(-1) >= 0)
                && oldestFirst.stream().map(Recorded::age).distinct().count() == oldestFirst.size();
    }

    private boolean restored(Catalog expected) {
        var youngest = oldestFirst.stream()
                .mapToLong(row -> row.age().orElse(-1))
                .min()
                .orElse(-1);
        var kept = actual.objects().values().stream()
                .filter(object -> RESTORED_LAST.contains(object.key().type()))
                .filter(object -> expected.find(object.key())
                        .filter(twin -> twin.attributes().equals(object.attributes()))
                        .isPresent())
                .toList();
        return !kept.isEmpty() && kept.stream().allMatch(object -> object.age().orElse(-1) < youngest);
    }

    Cause of(Difference difference) {
        if (missing.isEmpty()) {
            return Cause.manual();
        }
        var written = written(difference);
        return dated && written.isPresent() ? byWindow(written.getAsLong()) : mayHave(missing);
    }

    /** Whether the difference came to be after all that the history records. */
    boolean later(Difference difference) {
        var written = written(difference);
        return dated
                && written.isPresent()
                && !oldestFirst.isEmpty()
                && oldestFirst.stream().noneMatch(row -> row.age().orElse(-1) <= written.getAsLong());
    }

    /** How many transactions ago the difference came to be, as far as the catalog shows. */
    private OptionalLong written(Difference difference) {
        if (difference.change() == Change.Missing) {
            return OptionalLong.empty();
        }
        var ages = difference.change() == Change.Changed
                ? ages(actual.find(difference.key()).stream().toList())
                : ages(families.members(difference.key()));
        return ages.filter(age -> age >= 0).max();
    }

    private static LongStream ages(List<CatalogObject> objects) {
        return objects.stream().map(CatalogObject::age).flatMapToLong(OptionalLong::stream);
    }

    private Cause byWindow(long written) {
        var finished = oldestFirst.stream()
                .filter(row -> row.age().orElse(-1) <= written)
                .findFirst();
        if (finished.isEmpty()) {
            return manual("it was last written after every recorded migration");
        }
        var row = finished.get();
        return row.missing()
                ? mayHave(List.of(row.migration()))
                : manual("it was last written before %s was recorded, which does not make this change"
                        .formatted(row.migration()));
    }

    private static Cause manual(String why) {
        return new Cause(Kind.Manual, Optional.empty(), "no known migration makes this change; " + why);
    }

    private static Cause mayHave(List<String> migrations) {
        return migrations.size() == 1
                ? new Cause(
                        Kind.MissingMigration,
                        Optional.of(migrations.get(0)),
                        "%s, which is applied but not in the files, may have made this change"
                                .formatted(migrations.get(0)))
                : new Cause(
                        Kind.MissingMigration,
                        Optional.empty(),
                        "one of the migrations that are applied but not in the files may have made this change: "
                                + String.join(", ", migrations));
    }
}
