package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Descent;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.catalog.Respelling;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Difference.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds two catalogs against each other. */
public final class Comparison {

    private final Catalog expected;
    private final Catalog actual;
    private final SortedMap<ObjectKey, Difference> differences = new TreeMap<>();

    private Comparison(Catalog expected, Catalog actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Every difference, in the order of identities. What is part of a missing or extra object is folded into that: an extra
     * table is one difference, with its columns, indexes, constraints, triggers and partitions as its parts.
     */
    public static Drift between(Catalog expected, Catalog actual) {
        var comparison = new Comparison(expected, actual);
        comparison.compare();
        return comparison.fold();
    }

    private void compare() {
        var keys = new TreeSet<>(expected.objects().keySet());
        keys.addAll(actual.objects().keySet());
        for (var key : keys) {
            compare(key, expected.find(key), actual.find(key));
        }
    }

    private void compare(ObjectKey key, Optional<CatalogObject> expected, Optional<CatalogObject> actual) {
        var change = expected.isEmpty() ? Change.Extra : actual.isEmpty() ? Change.Missing : Change.Changed;
        var attributes = sameDescent(expected, actual)
                ? unlike(attributes(expected), attributes(actual))
                : unlike(attributes(expected, this.expected), attributes(actual, this.actual));
        if (change != Change.Changed || !attributes.isEmpty()) {
            differences.put(key, new Difference(change, key, attributes, List.of(), Cause.manual()));
        }
    }

    /** Whether two objects that are both there depart from the same: else it takes all of both to tell whether they differ. */
    private static boolean sameDescent(Optional<CatalogObject> one, Optional<CatalogObject> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.get().inherited().equals(other.get().inherited());
    }

    private static SortedMap<String, String> attributes(Optional<CatalogObject> object, Catalog catalog) {
        return object.map(one -> Descent.attributes(one, catalog)).orElseGet(TreeMap::new);
    }

    private static SortedMap<String, String> attributes(Optional<CatalogObject> object) {
        return object.map(CatalogObject::attributes).orElseGet(TreeMap::new);
    }

    private static SortedMap<String, Values> unlike(
            SortedMap<String, String> expected, SortedMap<String, String> actual) {
        var unlike = new TreeMap<String, Values>();
        var names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        for (var name : names) {
            var values = new Values(Optional.ofNullable(expected.get(name)), Optional.ofNullable(actual.get(name)));
            if (!Respelling.same(values.expected(), values.actual())) {
                unlike.put(name, values);
            }
        }
        return unlike;
    }

    private Drift fold() {
        var parts = new TreeMap<ObjectKey, List<ObjectKey>>();
        differences.values().forEach(difference -> {
            var outermost = outermost(difference);
            if (!outermost.equals(difference.key())) {
                parts.computeIfAbsent(outermost, key -> new ArrayList<>()).add(difference.key());
            }
        });
        var folded = new TreeSet<ObjectKey>();
        parts.values().forEach(folded::addAll);
        return new Drift(differences.values().stream()
                .filter(difference -> !folded.contains(difference.key()))
                .map(difference -> difference.with(parts.getOrDefault(difference.key(), List.of())))
                .toList());
    }

    /** The object that came or went and took this one with it; itself where there is none. */
    private ObjectKey outermost(Difference difference) {
        return container(difference).map(this::outermost).orElse(difference.key());
    }

    private Optional<Difference> container(Difference difference) {
        var side =
                switch (difference.change()) {
                    case Missing -> expected.find(difference.key());
                    case Extra -> actual.find(difference.key());
                    case Changed -> Optional.<CatalogObject>empty();
                };
        return side.stream()
                .flatMap(CatalogObject::links)
                .map(differences::get)
                .filter(outer -> outer != null && outer.change() == difference.change())
                .findFirst();
    }
}
