package dev.schemalatch.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalog with all that building it takes: what depends on what, and what is part of what. */
public final class Blueprint {

    private static final Comparator<CatalogObject> BY_POSITION = Comparator.<CatalogObject>comparingLong(
                    object -> object.position().orElse(Long.MAX_VALUE))
            .thenComparing(CatalogObject::key);

    private final Catalog catalog;
    private final Dependencies dependencies;
    private final Map<ObjectKey, List<CatalogObject>> parts = new HashMap<>();

    public Blueprint(Catalog catalog, Dependencies dependencies) {
        this.catalog = catalog;
        this.dependencies = dependencies;
        catalog.objects().values().forEach(object -> object.within()
                .ifPresent(outer ->
                        parts.computeIfAbsent(outer, key -> new ArrayList<>()).add(object)));
        parts.values().forEach(list -> list.sort(BY_POSITION));
    }

    public static Blueprint empty() {
        return new Blueprint(Catalog.empty(), Dependencies.none());
    }

    public Catalog catalog() {
        return catalog;
    }

    public Dependencies dependencies() {
        return dependencies;
    }

    public Optional<CatalogObject> find(ObjectKey key) {
        return catalog.find(key);
    }

    /** What is directly part of an object, in the order of its positions. */
    public List<CatalogObject> parts(ObjectKey key) {
        return List.copyOf(parts.getOrDefault(key, List.of()));
    }
}
