package dev.schemalatch.remedy;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names, by the kind of name, that no two objects may have. */
final class Claims {

    private static final Set<String> RELATIONS =
            Set.of("table", "view", "materialized view", "foreign table", "sequence", "index", "composite type");

    private static final Set<String> ROW_TYPES =
            Set.of("table", "view", "materialized view", "foreign table", "composite type", "type");

    static Stream<String> of(CatalogObject object) {
        var key = object.key();
        var claims = new TreeSet<String>();
        if (RELATIONS.contains(key.type())) {
            claims.add("relation " + key.identity());
        }
        if (ROW_TYPES.contains(key.type())) {
            claims.add("type " + key.identity());
        }
        if (Set.of("function", "procedure", "aggregate").contains(key.type())) {
            claims.add("routine " + key.identity());
        }
        if (key.type().equals("table constraint") && Plain.follows(object)) {
            object.within().ifPresent(table -> claims.add("relation " + index(key.identity(), table)));
        }
        return claims.stream();
    }

    private static String index(String identity, ObjectKey table) {
        var name = identity.substring(
                0, identity.length() - " on ".length() - table.identity().length());
        return table.qualifier().map(schema -> schema + "." + name).orElse(name);
    }
}
