package dev.schemalatch.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All objects of a database that are compared, by key. */
public record Catalog(SortedMap<ObjectKey, CatalogObject> objects) {

    public Catalog {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /**
     * Collects objects. What is read of one object in several places becomes one.
     *
     * @throws IllegalStateException where an attribute of an object is read twice: a query is wrong
     */
    public static Catalog of(Collection<CatalogObject> objects) {
        var byKey = new TreeMap<ObjectKey, CatalogObject>();
        for (var object : objects) {
            byKey.merge(object.key(), object, CatalogObject::and);
        }
        return new Catalog(byKey);
    }

    public static Catalog empty() {
        return new Catalog(new TreeMap<>());
    }

    public Optional<CatalogObject> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** Names of the schemas that objects lie in. */
    public SortedSet<String> schemas() {
        var schemas = new TreeSet<String>();
        objects.values().forEach(object -> object.schema().ifPresent(schemas::add));
        return schemas;
    }

    /** Keys of the objects that the other lacks, has beside these, or has with other attributes. */
    public Set<ObjectKey> changedTo(Catalog other) {
        return Stream.concat(objects.keySet().stream(), other.objects.keySet().stream())
                .filter(key -> !find(key)
                        .map(CatalogObject::attributes)
                        .equals(other.find(key).map(CatalogObject::attributes)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The objects that satisfy the predicate; what is part of a dropped object is dropped with it. */
    public Catalog retain(Predicate<CatalogObject> predicate) {
        var kept = new TreeMap<ObjectKey, CatalogObject>();
        objects.forEach((key, object) -> {
            if (accepts(object, predicate)) {
                kept.put(key, object);
            }
        });
        return new Catalog(kept);
    }

    private boolean accepts(CatalogObject object, Predicate<CatalogObject> predicate) {
        return predicate.test(object)
                && object.links().flatMap(key -> find(key).stream()).allMatch(outer -> accepts(outer, predicate));
    }
}
