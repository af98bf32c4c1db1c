package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Respelling;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An object that is to become another of the same name.
 *
 * @param before the object and its surroundings as they are
 * @param after as they shall be
 */
public record Edit(CatalogObject from, CatalogObject to, Blueprint before, Blueprint after) {

    /** The names of attributes that differ, {@link Trait}s left aside. */
    public SortedSet<String> attributes() {
        var names = new TreeSet<>(from.attributes().keySet());
        names.addAll(to.attributes().keySet());
        names.removeIf(
                name -> Traits.ALL.stream().anyMatch(trait -> trait.attribute().equals(name)));
        names.removeIf(name -> Respelling.same(from.attribute(name), to.attribute(name)));
        return names;
    }

    public boolean changes(String attribute) {
        return attributes().contains(attribute);
    }

    public Optional<String> to(String attribute) {
        return to.attribute(attribute);
    }

    public Optional<String> from(String attribute) {
        return from.attribute(attribute);
    }
}
