package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.catalog.Respelling;
import dev.schemalatch.drift.Difference.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects of a catalog with all that is part of them. */
final class Families {

    private final Catalog catalog;
    private final Map<ObjectKey, List<ObjectKey>> parts = new HashMap<>();

    Families(Catalog catalog) {
        this.catalog = catalog;
        catalog.objects().values().forEach(object -> object.links()
                .forEach(outer ->
                        parts.computeIfAbsent(outer, key -> new ArrayList<>()).add(object.key())));
    }

    /**
     * What of this catalog a difference is about, comparable between catalogs: for a missing or extra object that object and
     * its parts; for a changed one the attributes that differ.
     */
    SortedMap<ObjectKey, SortedMap<String, String>> of(Difference difference) {
        var state = new TreeMap<ObjectKey, SortedMap<String, String>>();
        if (difference.change() == Change.Changed) {
            catalog.find(difference.key()).ifPresent(object -> {
                var attributes = spelledAlike(object);
                attributes.keySet().retainAll(difference.attributes().keySet());
                state.put(object.key(), attributes);
            });
        } else {
            members(difference.key()).forEach(object -> state.put(object.key(), spelledAlike(object)));
        }
        return state;
    }

    /** The object and its parts, where it exists. */
    List<CatalogObject> members(ObjectKey key) {
        var keys = new LinkedHashSet<ObjectKey>();
        if (catalog.find(key).isPresent()) {
            collect(key, keys);
        }
        return keys.stream().map(catalog::find).flatMap(Optional::stream).toList();
    }

    private void collect(ObjectKey key, Set<ObjectKey> keys) {
        if (keys.add(key)) {
            parts.getOrDefault(key, List.of()).forEach(part -> collect(part, keys));
        }
    }

    private static SortedMap<String, String> spelledAlike(CatalogObject object) {
        var attributes = new TreeMap<>(object.attributes());
        attributes.replaceAll((name, value) -> Respelling.of(value));
        return attributes;
    }
}
