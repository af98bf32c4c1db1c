package dev.schemalatch.remedy;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Dependencies;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.catalog.kind.Ddl;
import dev.schemalatch.catalog.kind.Edit;
import dev.schemalatch.ddl.Alteration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which objects go, come, are altered in place, and are taken out of the way and brought back for the sake of others.
 *
 * <p>What goes takes its parts with it. What depends on something that goes, or that is altered with everything around it out
 * of the way, goes too, and comes back where it is wanted. Columns stay, whatever they depend on, unless they are computed:
 * they hold data; a default is taken from them and given back.
 */
final class Changes {

    private static final List<String> DESCENT = List.of("partition_of", "inherits", "of_type");

    private final Blueprint from;
    private final Blueprint to;
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> dependents;
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> dependentDefaults;
    private final SortedSet<ObjectKey> going = new TreeSet<>();
    private final SortedSet<ObjectKey> coming = new TreeSet<>();
    private final SortedSet<ObjectKey> loosened = new TreeSet<>();
    private final SortedMap<ObjectKey, Alteration> altered = new TreeMap<>();
    private final Deque<ObjectKey> open = new ArrayDeque<>();

    private Changes(Blueprint from, Blueprint to) {
        this.from = from;
        this.to = to;
        this.dependents = Dependencies.turned(from.dependencies().needs());
        this.dependentDefaults = Dependencies.turned(from.dependencies().defaults());
    }

    static Changes between(Blueprint from, Blueprint to) {
        var changes = new Changes(from, to);
        changes.compare();
        changes.spread();
        return changes;
    }

    /** What is dropped, parts included. */
    SortedSet<ObjectKey> going() {
        return going;
    }

    /** What is created, parts included. */
    SortedSet<ObjectKey> coming() {
        return coming;
    }

    SortedMap<ObjectKey, Alteration> altered() {
        return altered;
    }

    /** Columns whose default has to be away for a while. */
    SortedSet<ObjectKey> loosened() {
        return loosened;
    }

    private void compare() {
        from.catalog().objects().values().stream()
                .filter(present -> to.find(present.key()).isEmpty())
                .filter(present -> !unsettled(present))
                .map(CatalogObject::key)
                .forEach(this::go);
        to.catalog().objects().values().stream()
                .filter(wanted -> !unsettled(wanted))
                .forEach(wanted -> from.find(wanted.key())
                        .ifPresentOrElse(present -> compare(present, wanted), () -> coming.add(wanted.key())));
    }

    /** Part of a table that becomes, or stops being, a partition or child: what it has of its own is seen after that. */
    private boolean unsettled(CatalogObject part) {
        return part.within()
                .filter(table -> DESCENT.stream()
                        .anyMatch(name -> !attribute(from, table, name).equals(attribute(to, table, name))))
                .filter(table -> from.find(table).isPresent() && to.find(table).isPresent())
                .isPresent();
    }

    private static Optional<String> attribute(Blueprint blueprint, ObjectKey key, String name) {
        return blueprint.find(key).flatMap(object -> object.attribute(name));
    }

    private void compare(CatalogObject present, CatalogObject wanted) {
        if (going.contains(wanted.key())
                || Ddl.same(present, wanted) && present.within().equals(wanted.within())) {
            return;
        }
        Ddl.alter(new Edit(present, wanted, from, to))
                .ifPresentOrElse(alteration -> alter(wanted.key(), alteration), () -> go(wanted.key()));
    }

    private void alter(ObjectKey key, Alteration alteration) {
        altered.put(key, alteration);
        if (alteration.around()) {
            open.add(key);
        }
    }

    private void go(ObjectKey key) {
        if (going.add(key)) {
            open.add(key);
            altered.remove(key);
            if (to.find(key).isPresent()) {
                coming.add(key);
            }
            from.parts(key).forEach(part -> go(part.key()));
        }
    }

    private void spread() {
        while (!open.isEmpty()) {
            var key = open.remove();
            var goes = going.contains(key);
            for (var dependent : dependents.getOrDefault(key, new TreeSet<>())) {
                from.find(dependent)
                        .filter(object -> movable(object, key, goes))
                        .ifPresent(object -> go(dependent));
            }
            if (goes) {
                loosened.addAll(dependentDefaults.getOrDefault(key, new TreeSet<>()));
            }
        }
        to.catalog().objects().values().stream()
                .filter(object -> object.within().filter(coming::contains).isPresent())
                .map(CatalogObject::key)
                .forEach(coming::add);
        loosened.removeIf(key -> going.contains(key) || to.find(key).isEmpty());
    }

    private boolean movable(CatalogObject dependent, ObjectKey needed, boolean goes) {
        var type = dependent.key().type();
        if (type.endsWith(" column")) {
            return dependent.attribute("generated").isPresent();
        }
        if (Set.of("table", "foreign table", "composite type", "sequence").contains(type)) {
            return false;
        }
        return goes || !needed.type().endsWith(" column") || !Plain.follows(dependent);
    }
}
