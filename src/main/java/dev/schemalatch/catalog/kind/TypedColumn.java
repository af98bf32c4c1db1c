package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column of a table, or an attribute of a composite type, that has a type or is an array of it. Columns that partitions
 * and children have from their parents are left aside: they follow.
 *
 * @param table the table, or the composite type, as SQL names it
 */
record TypedColumn(CatalogObject object, String table, boolean array) {

    static List<TypedColumn> ofTables(Blueprint blueprint, String type) {
        return all(blueprint, "table column", type);
    }

    static List<TypedColumn> ofComposites(Blueprint blueprint, String type) {
        return all(blueprint, "composite type column", type);
    }

    private static List<TypedColumn> all(Blueprint blueprint, String kind, String type) {
        return blueprint.catalog().objects().values().stream()
                .filter(object -> object.key().type().equals(kind))
                .flatMap(object -> of(object, type).stream())
                .toList();
    }

    private static Optional<TypedColumn> of(CatalogObject object, String type) {
        return object.attribute("data_type")
                .filter(is -> is.equals(type) || is.equals(type + "[]"))
                .flatMap(is ->
                        object.within().map(table -> new TypedColumn(object, table.identity(), !is.equals(type))));
    }

    /** The columns that partitions and children have from this one and to which they gave a default of their own. */
    Stream<TypedColumn> heirsWithDefaults(Blueprint blueprint) {
        return blueprint.catalog().objects().values().stream()
                .filter(heir -> heir.inherited().equals(Optional.of(object.key())))
                .flatMap(heir -> heir.within().stream()
                        .map(child -> new TypedColumn(heir, child.identity(), array))
                        .flatMap(child -> Stream.concat(
                                heir.attribute("default").stream().map(own -> child),
                                child.heirsWithDefaults(blueprint))));
    }

    /** Its name as SQL writes it. */
    String name() {
        return object.key().identity().substring(table.length() + 1);
    }

    String as(String type) {
        return array ? type + "[]" : type;
    }

    /** Counts the rows with a value, or an element, {@code v} for which a condition is true. */
    String count(String condition) {
        return array
                ? "SELECT count(*) FROM %s AS r WHERE EXISTS (SELECT FROM pg_catalog.unnest(r.%s) AS v WHERE %s)"
                        .formatted(table, name(), condition)
                : "SELECT count(*) FROM (SELECT %s AS v FROM %s) AS r WHERE %s".formatted(name(), table, condition);
    }
}
