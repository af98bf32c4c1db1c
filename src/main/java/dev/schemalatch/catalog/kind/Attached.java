package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;

/** What is on a table and identified by {@code name on table}: triggers, rules, policies. */
final class Attached {

    private Attached() {}

    static String table(CatalogObject object) {
        return object.within().map(ObjectKey::identity).orElse("");
    }

    static String name(CatalogObject object) {
        var identity = object.key().identity();
        return identity.substring(
                0, identity.length() - " on ".length() - table(object).length());
    }

    /** As COMMENT ON and DROP call it. */
    static String called(String word, CatalogObject object) {
        return word + " " + name(object) + " ON " + table(object);
    }

    /** What ALTER says to bring a trigger or rule into a state: {@code ENABLE REPLICA}. */
    static String verb(String state) {
        return switch (state) {
            case "disabled" -> "DISABLE";
            case "on replicas" -> "ENABLE REPLICA";
            case "always" -> "ENABLE ALWAYS";
            default -> "ENABLE";
        };
    }
}
