package dev.schemalatch.remedy;

import dev.schemalatch.catalog.CatalogObject;

/** Indexes and keys of columns alone: when the type of such a column changes, PostgreSQL makes them anew by itself. */
final class Plain {

    private Plain() {}

    static boolean follows(CatalogObject object) {
        var definition = object.attribute("definition").orElse("");
        return switch (object.key().type()) {
            case "index" -> !definition.contains(" WHERE ") && definition.indexOf('(') == definition.lastIndexOf('(');
            case "table constraint" -> definition.startsWith("PRIMARY KEY") || definition.startsWith("UNIQUE");
            default -> false;
        };
    }
}
