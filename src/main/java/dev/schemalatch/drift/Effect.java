package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;

/**
 * What a migration does to the schema: a candidate for having caused differences.
 *
 * @param kind the cause that it would be: {@code NotRecorded} for a pending migration, {@code PartialMigration} for a failed
 *     one
 * @param before the schema that it was run on
 * @param after what it made of that
 */
public record Effect(Cause.Kind kind, String migration, Catalog before, Catalog after) {

    /** How much of this the actual schema already shows. */
    public Extent in(Catalog actual) {
        var changed = Comparison.between(before, after).differences();
        var old = new Families(before);
        var made = new Families(after);
        var found = new Families(actual);
        var done = changed.stream()
                .filter(difference -> made.of(difference).equals(found.of(difference)))
                .count();
        var untouched = changed.stream()
                .filter(difference -> old.of(difference).equals(found.of(difference)))
                .count();
        if (changed.isEmpty()) {
            return Extent.UNSEEN;
        }
        return done == changed.size() ? Extent.WHOLE : untouched == changed.size() ? Extent.NONE : Extent.PARTLY;
    }
}
