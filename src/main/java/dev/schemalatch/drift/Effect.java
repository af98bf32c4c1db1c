package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a migration does to the schema: a candidate for having caused differences.
 *
 * @param kind the cause that it would be: {@code NotRecorded} for a pending migration, {@code PartialMigration} for a failed
 *     one, {@code EditedMigration} for an applied one whose file was changed since
 * @param part which statements of the file; empty where it is all of them
 * @param before the schema that it was run on
 * @param after what it made of that
 */
public record Effect(Cause.Kind kind, String migration, Optional<String> part, Catalog before, Catalog after) {

    public Effect(Cause.Kind kind, String migration, Catalog before, Catalog after) {
        this(kind, migration, Optional.empty(), before, after);
    }

    /** How much of this the actual schema already shows. */
    public Extent in(Catalog actual) {
        return extents(List.of(this), actual).get(0);
    }

    /**
     * How much of each effect the actual schema shows, judged by all of them: what a later one changes again still counts as
     * made by the earlier one.
     *
     * @param run each on top of the one before
     */
    public static List<Extent> extents(List<Effect> run, Catalog actual) {
        if (run.isEmpty()) {
            return List.of();
        }
        var course = new Course(
                Stream.concat(Stream.of(run.get(0).before()), run.stream().map(Effect::after))
                        .toList(),
                actual);
        return IntStream.rangeClosed(1, run.size()).mapToObj(course::extent).toList();
    }
}
