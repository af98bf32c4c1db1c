package dev.schemalatch.remedy;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Foreign keys by which tables need each other in a circle: such tables go only after one of these has. */
record Circles(Blueprint blueprint, SortedSet<ObjectKey> going) {

    /** The foreign keys among what goes that close a circle of two tables or more. */
    SortedSet<ObjectKey> closing() {
        var targets = byDefaults();
        var closing = new TreeSet<ObjectKey>();
        going.forEach(key -> blueprint.find(key).filter(Circles::refers).ifPresent(foreignKey -> {
            var table = foreignKey.within().orElseThrow();
            for (var target : targets(foreignKey)) {
                if (reaches(target, table, targets)) {
                    closing.add(key);
                } else {
                    targets.computeIfAbsent(table, t -> new TreeSet<>()).add(target);
                }
            }
        }));
        return closing;
    }

    /** By table, those that own what the defaults of its columns need: another table's sequence. */
    private TreeMap<ObjectKey, SortedSet<ObjectKey>> byDefaults() {
        var targets = new TreeMap<ObjectKey, SortedSet<ObjectKey>>();
        for (var key : going) {
            for (var needed : blueprint.dependencies().ofDefault(key)) {
                var table = whole(key);
                var owner = whole(needed);
                if (going.contains(owner) && !owner.equals(table)) {
                    targets.computeIfAbsent(table, t -> new TreeSet<>()).add(owner);
                }
            }
        }
        return targets;
    }

    private ObjectKey whole(ObjectKey key) {
        return blueprint
                .find(key)
                .flatMap(CatalogObject::within)
                .map(this::whole)
                .orElse(key);
    }

    private static boolean refers(CatalogObject object) {
        return object.key().type().equals("table constraint")
                && object.within().isPresent()
                && object.attribute("definition")
                        .filter(definition -> definition.startsWith("FOREIGN KEY "))
                        .isPresent();
    }

    private SortedSet<ObjectKey> targets(CatalogObject foreignKey) {
        var targets = new TreeSet<ObjectKey>();
        for (var needed : blueprint.dependencies().of(foreignKey.key())) {
            var table = blueprint.find(needed).flatMap(CatalogObject::within).orElse(needed);
            if (going.contains(table) && !foreignKey.within().equals(Optional.of(table))) {
                targets.add(table);
            }
        }
        return targets;
    }

    private static boolean reaches(ObjectKey start, ObjectKey end, TreeMap<ObjectKey, SortedSet<ObjectKey>> targets) {
        var seen = new TreeSet<ObjectKey>();
        var open = new ArrayDeque<ObjectKey>();
        open.add(start);
        while (!open.isEmpty()) {
            var at = open.remove();
            if (at.equals(end)) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(targets.getOrDefault(at, new TreeSet<>()));
            }
        }
        return false;
    }
}
