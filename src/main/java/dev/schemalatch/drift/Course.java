package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.ObjectKey;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The schemas that a run of steps passes through, and a found schema held against all of them, object by object.
 *
 * <p>A later step may hide what an earlier one did: a column that one adds and the next changes is never found as the first left
 * it. So each object is looked for at every place of the course, and a step is judged by where its objects are.
 */
final class Course {

    private final List<Catalog> schemas;
    private final List<Families> families;
    private final Families found;
    private final List<List<Difference>> steps;

    /** @param schemas the one before the first step, then the one after each; at least one */
    Course(List<Catalog> schemas, Catalog found) {
        this.schemas = List.copyOf(schemas);
        this.families = schemas.stream().map(Families::new).toList();
        this.found = new Families(found);
        this.steps = IntStream.range(1, schemas.size())
                .mapToObj(i ->
                        Comparison.between(schemas.get(i - 1), schemas.get(i)).differences())
                .toList();
    }

    /** How much of a step the found schema has; steps count from 1. */
    Extent extent(int step) {
        var before = false;
        var after = false;
        for (var difference : steps.get(step - 1)) {
            var places = places(difference);
            if (places.isEmpty()) {
                return Extent.PARTLY;
            }
            before |= places.last() < step;
            after |= places.first() >= step;
        }
        if (before && after) {
            return Extent.PARTLY;
        }
        return after ? Extent.WHOLE : before ? Extent.NONE : undecided(step);
    }

    /** What later steps take back leaves no trace of its own: then the whole course has to tell. */
    private Extent undecided(int step) {
        var places = steps.get(step - 1).isEmpty() ? new TreeSet<Integer>() : places();
        if (places.isEmpty()) {
            return Extent.UNSEEN;
        }
        return places.first() >= step ? Extent.WHOLE : places.last() < step ? Extent.NONE : Extent.UNSEEN;
    }

    /** Where on the course everything that its steps change is as it is found; empty where nowhere. */
    SortedSet<Integer> places() {
        var places = new TreeSet<Integer>();
        IntStream.range(0, schemas.size()).forEach(places::add);
        steps.stream().flatMap(List::stream).forEach(difference -> places.retainAll(places(difference)));
        return places;
    }

    private SortedSet<Integer> places(Difference difference) {
        var actual = found.of(difference);
        actual.keySet().removeIf(this::unknown);
        var places = new TreeSet<Integer>();
        for (var i = 0; i < families.size(); i++) {
            if (families.get(i).of(difference).equals(actual)) {
                places.add(i);
            }
        }
        return places;
    }

    /** What no step ever made belongs to nobody: an index by hand does not undo the table that it was put on. */
    private boolean unknown(ObjectKey key) {
        return schemas.stream().allMatch(schema -> schema.find(key).isEmpty());
    }
}
