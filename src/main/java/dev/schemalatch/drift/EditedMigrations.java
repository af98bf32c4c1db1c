package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause.Kind;
import dev.schemalatch.drift.Difference.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ties differences to migrations whose files were changed after they had been applied. What such a file said then is not known;
 * what it makes now is, and where the schema is otherwise in just that, the content as applied must have done it otherwise.
 *
 * <p>An object that the file makes, changes or drops is tied to it. So is an object of the same type next to one (a column that
 * the file now gives another name leaves one missing and one extra), unless it was last written after all that is recorded.
 */
final class EditedMigrations {

    /** Values longer than this are named by their attribute alone: the difference shows them. */
    private static final int SHORT = 40;

    private final List<Edited> newestFirst;
    private final Catalog expected;
    private final Catalog actual;

    EditedMigrations(List<Effect> effects, Catalog expected, Catalog actual) {
        this.newestFirst = effects.stream()
                .filter(effect -> effect.kind() == Kind.EditedMigration)
                .map(Edited::of)
                .toList()
                .reversed();
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * The migration whose edited file is otherwise.
     *
     * @param later whether the difference came to be after all that is recorded
     */
    Optional<Cause> of(Difference difference, boolean later) {
        return newestFirst.stream()
                .filter(edited -> edited.touches(difference))
                .findFirst()
                .or(() -> newestFirst.stream()
                        .filter(edited ->
                                !later && around(difference).anyMatch(outer -> edited.touches(difference, outer)))
                        .findFirst())
                .map(edited -> new Cause(
                        Kind.EditedMigration,
                        Optional.of(edited.effect().migration()),
                        message(edited.effect().migration(), difference)));
    }

    /** What the object is a part of, on the side where it exists. */
    private Stream<ObjectKey> around(Difference difference) {
        return Stream.of(expected, actual)
                .flatMap(side -> side.find(difference.key()).stream())
                .flatMap(CatalogObject::links)
                .distinct();
    }

    private record Edited(Effect effect, Families before, Families after) {

        static Edited of(Effect effect) {
            return new Edited(effect, new Families(effect.before()), new Families(effect.after()));
        }

        boolean touches(Difference difference) {
            return !before.of(difference).equals(after.of(difference));
        }

        /** Whether the file makes or drops the outer object, or touches parts of it that are of the difference's type. */
        boolean touches(Difference difference, ObjectKey outer) {
            return effect.before().find(outer).isPresent()
                            != effect.after().find(outer).isPresent()
                    || !parts(before, difference, outer).equals(parts(after, difference, outer));
        }

        private static Map<ObjectKey, Map<String, String>> parts(
                Families families, Difference difference, ObjectKey outer) {
            return families.members(outer).stream()
                    .filter(object ->
                            object.key().type().equals(difference.key().type()))
                    .collect(Collectors.toMap(CatalogObject::key, CatalogObject::attributes));
        }
    }

    private static String message(String migration, Difference difference) {
        var type = difference.key().type();
        return "the file of %s was changed after it had been applied: %s"
                .formatted(
                        migration,
                        switch (difference.change()) {
                            case Missing -> "it makes this %s, and the database has none".formatted(type);
                            case Extra -> "it leaves no such %s, and the database has one".formatted(type);
                            case Changed ->
                                difference.attributes().entrySet().stream()
                                        .map(attribute -> otherwise(attribute.getKey(), attribute.getValue()))
                                        .collect(Collectors.joining("; "));
                        });
    }

    private static String otherwise(String name, Values values) {
        var made = values.expected().orElse("not set");
        var found = values.actual().orElse("not set");
        return made.length() <= SHORT && found.length() <= SHORT
                ? "it makes %s %s, and the database has %s".formatted(name, made, found)
                : "it makes another %s than the database has".formatted(name);
    }
}
