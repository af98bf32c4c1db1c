package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A file sent statement by statement, and the schemas on the way.
 *
 * @param before the schema that the file was sent to
 * @param looks what was committed after how many statements, in ascending order
 * @param statements how many the file has
 * @param refused the number of the statement, from 1, that the server refused; empty where the file came to its end
 */
public record Stand(Catalog before, List<Look> looks, int statements, OptionalInt refused) {

    public Stand {
        looks = List.copyOf(looks);
    }

    /** @param sent how many statements had been sent and committed */
    public record Look(int sent, Catalog schema) {}

    /** What each statement, or each transaction of several, does. */
    public List<Effect> effects(String migration) {
        var effects = new ArrayList<Effect>();
        var last = new Look(0, before);
        for (var look : looks) {
            effects.add(new Effect(
                    Cause.Kind.PartialMigration,
                    migration,
                    Optional.of(words(last.sent() + 1, look.sent(), statements)),
                    last.schema(),
                    look.schema()));
            last = look;
        }
        return effects;
    }

    /**
     * The statements that a database went without first: {@code statement 3 of 7}, or {@code statement 3 to 4 of 7} where the
     * schema does not tell closer. Empty where the database has nothing of the file, everything, or something else.
     */
    public Optional<String> stoppedAt(Catalog actual) {
        return between(actual).map(missing -> refused.stream()
                .filter(number -> missing.first() <= number && number <= missing.last())
                .mapToObj(number -> words(number, number, statements))
                .findFirst()
                .orElseGet(() -> words(missing.first(), missing.last(), statements)));
    }

    /** Whether a database has of this file just what another schema has. */
    public boolean alike(Catalog other, Catalog actual) {
        var schemas = schemas();
        schemas.add(other);
        return new Course(schemas, actual).places().contains(schemas.size() - 1);
    }

    /** What the file did as far as it went, all of its statements together. */
    public Effect effect(String migration) {
        return new Effect(
                Cause.Kind.PartialMigration,
                migration,
                before,
                looks.isEmpty() ? before : last(looks).schema());
    }

    /**
     * The looks between which a database stands that has something of the file, for a closer look there; empty where it has
     * nothing.
     */
    public Optional<Gap> gap(Catalog actual) {
        var course = course(actual);
        var places = List.copyOf(course.places());
        if (!places.isEmpty()) {
            return last(places) == 0 ? Optional.empty() : Optional.of(new Gap(sent(places.get(0)), next(last(places))));
        }
        var mixed = IntStream.rangeClosed(1, looks.size())
                .filter(step -> course.extent(step) == Extent.PARTLY)
                .boxed()
                .toList();
        return mixed.isEmpty() ? Optional.empty() : Optional.of(new Gap(sent(mixed.get(0) - 1), sent(last(mixed))));
    }

    /** At least {@code from} statements were done, and at the most {@code to}. */
    public record Gap(int from, int to) {}

    private record Missing(int first, int last) {}

    private Optional<Missing> between(Catalog actual) {
        var places = List.copyOf(course(actual).places());
        if (places.isEmpty() || places.get(0) == 0 || last(places) == looks.size() && refused.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Missing(sent(places.get(0)) + 1, next(last(places))));
    }

    private Course course(Catalog actual) {
        return new Course(schemas(), actual);
    }

    private List<Catalog> schemas() {
        var schemas = new ArrayList<Catalog>();
        schemas.add(before);
        looks.forEach(look -> schemas.add(look.schema()));
        return schemas;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private int sent(int place) {
        return place == 0 ? 0 : looks.get(place - 1).sent();
    }

    private int next(int place) {
        return place < looks.size() ? looks.get(place).sent() : refused.orElse(statements);
    }

    private static String words(int first, int last, int of) {
        return first == last
                ? "statement %d of %d".formatted(first, of)
                : "statement %d to %d of %d".formatted(first, last, of);
    }
}
