package dev.schemalatch.catalog;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is true of an object that came with another: it carries only those facts in which it departs from that one. */
public final class Descent {

    /** What a column has from the one it is inherited from, unless it says otherwise. */
    private static final Set<String> HANDED_DOWN =
            Set.of("data_type", "collation", "not_null", "default", "generated", "storage");

    private Descent() {}

    /** The object's attributes, its own and those that it has from its parent. */
    public static SortedMap<String, String> attributes(CatalogObject object, Catalog catalog) {
        var all = object.inherited()
                .flatMap(catalog::find)
                .map(parent -> handedDown(parent, catalog))
                .orElseGet(TreeMap::new);
        all.putAll(object.attributes());
        all.remove("default", "none");
        all.remove("storage", "default");
        return all;
    }

    private static SortedMap<String, String> handedDown(CatalogObject parent, Catalog catalog) {
        var all = attributes(parent, catalog);
        all.keySet().retainAll(HANDED_DOWN);
        all.computeIfPresent("not_null", (name, value) -> withoutName(value));
        return all;
    }

    /** A constraint is handed down by whatever name. */
    private static String withoutName(String notNull) {
        var at = notNull.indexOf(", named ");
        return at < 0 ? notNull : notNull.substring(0, at);
    }
}
