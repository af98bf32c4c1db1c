package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause.Kind;
import dev.schemalatch.drift.Difference.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where differences came from.
 *
 * <p>A difference is explained by a migration's effect where the migration changes that object and leaves it as it actually
 * is: a table with all its parts, a changed object in every attribute that differs. Of several the first is named. A migration
 * that stopped on its way may have left a part of what it does. What no effect explains may have come from a migration that the files lack ({@link MissingMigrations} says when) or
 * whose file was changed since ({@link EditedMigrations}); the rest is a change by hand. A migration that makes the object otherwise explains nothing, but the message says so.
 */
public final class Causes {

    private final List<Candidate> candidates;
    private final Families actual;
    private final MissingMigrations missing;
    private final EditedMigrations edited;

    private Causes(Catalog expected, Catalog actual, List<Effect> effects, List<Recorded> history) {
        this.candidates = effects.stream()
                .filter(effect -> effect.kind() != Kind.EditedMigration)
                .map(Candidate::of)
                .toList();
        this.edited = new EditedMigrations(effects, expected, actual);
        this.actual = new Families(actual);
        this.missing = new MissingMigrations(history, expected, actual, this.actual);
    }

    /**
     * The same drift with its causes.
     *
     * @param drift between {@code expected} and {@code actual}
     * @param effects of pending, failed and edited migrations, in the order in which they are to be thought of
     * @param history all rows of the tool's history; empty where that is not known
     */
    public static Drift explain(
            Drift drift, Catalog expected, Catalog actual, List<Effect> effects, List<Recorded> history) {
        var causes = new Causes(expected, actual, effects, history);
        return new Drift(drift.differences().stream()
                .map(difference -> difference.because(causes.of(difference)))
                .toList());
    }

    private Cause of(Difference difference) {
        return candidates.stream()
                .filter(candidate -> candidate.makes(difference, actual))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(candidate -> candidate.leaves(difference, actual))
                        .findFirst())
                .map(Candidate::cause)
                .orElseGet(() -> otherwise(difference));
    }

    private Cause otherwise(Difference difference) {
        var cause = missing.of(difference);
        if (cause.kind() != Kind.Manual) {
            return cause;
        }
        return edited.of(difference, missing.later(difference))
                .or(() -> candidates.stream()
                        .filter(candidate -> candidate.touches(difference))
                        .findFirst()
                        .map(candidate -> candidate.butNotThis(difference, actual)))
                .orElse(cause);
    }

    private record Candidate(Effect effect, Families before, Families after) {

        static Candidate of(Effect effect) {
            return new Candidate(effect, new Families(effect.before()), new Families(effect.after()));
        }

        boolean touches(Difference difference) {
            return !before.of(difference).equals(after.of(difference));
        }

        boolean makes(Difference difference, Families actual) {
            return touches(difference) && after.of(difference).equals(actual.of(difference));
        }

        /**
         * Whether a migration that stopped on its way can have left this: each part is either as it found it or as it would have
         * made it, and not all are as it found them.
         */
        boolean leaves(Difference difference, Families actual) {
            if (effect.kind() != Kind.PartialMigration || !touches(difference)) {
                return false;
            }
            var old = before.of(difference);
            var made = after.of(difference);
            var found = actual.of(difference);
            return !found.equals(old)
                    && Stream.of(old, made, found)
                            .flatMap(state -> state.keySet().stream())
                            .allMatch(key -> Objects.equals(found.get(key), old.get(key))
                                    || Objects.equals(found.get(key), made.get(key)));
        }

        Cause cause() {
            return new Cause(
                    effect.kind(),
                    Optional.of(effect.migration()),
                    switch (effect.kind()) {
                        case NotRecorded ->
                            "pending migration %s makes this change: it is there without being recorded"
                                    .formatted(effect.migration());
                        case PartialMigration ->
                            "left by %s, which began and did not finish"
                                    .formatted(effect.part()
                                            .map(part -> part + " of migration " + effect.migration())
                                            .orElse("migration " + effect.migration()));
                        case EditedMigration ->
                            "migration %s was applied with other content than its file has now"
                                    .formatted(effect.migration());
                        case MissingMigration ->
                            "made by migration %s, which is applied but not in the files".formatted(effect.migration());
                        case Manual -> "changed by hand, as migration %s would".formatted(effect.migration());
                    });
        }

        Cause butNotThis(Difference difference, Families actual) {
            var word = effect.kind() == Kind.PartialMigration ? "unfinished" : "pending";
            var message = "no migration makes this change; %s migration %s changes the same %s, but to something else"
                    .formatted(word, effect.migration(), difference.key().type());
            return new Cause(
                    Kind.Manual,
                    Optional.empty(),
                    difference.change() == Change.Changed ? message : message + unlike(difference, actual));
        }

        /** The first part that is not as this migration makes it. */
        private String unlike(Difference difference, Families actual) {
            var made = after.of(difference);
            var found = actual.of(difference);
            return Stream.concat(made.keySet().stream(), found.keySet().stream())
                    .sorted()
                    .filter(key -> !Objects.equals(made.get(key), found.get(key)))
                    .findFirst()
                    .map(ObjectKey::toString)
                    .map(" (%s)"::formatted)
                    .orElse("");
        }
    }
}
