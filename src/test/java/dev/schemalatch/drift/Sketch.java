package dev.schemalatch.drift;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Catalogs for tests, an object a line. */
final class Sketch {

    private Sketch() {}

    static Catalog catalog(CatalogObject... objects) {
        return Catalog.of(List.of(objects));
    }

    /** {@code object("table column", "a.id", "table a", 7, "data_type", "text")}; no container is an empty text. */
    static CatalogObject object(String type, String identity, String within, long age, String... attributes) {
        var facts = new TreeMap<String, String>();
        for (var i = 0; i < attributes.length; i += 2) {
            facts.put(attributes[i], attributes[i + 1]);
        }
        return new CatalogObject(
                new ObjectKey(type, identity),
                Optional.of("public"),
                key(within),
                Optional.empty(),
                facts,
                OptionalLong.empty(),
                age < 0 ? OptionalLong.empty() : OptionalLong.of(age));
    }

    static CatalogObject table(String name, long age) {
        return object("table", name, "", age);
    }

    static CatalogObject column(String table, String name, String type, long age) {
        return object("table column", table + "." + name, "table " + table, age, "data_type", type);
    }

    static CatalogObject inherited(CatalogObject column, String from) {
        return new CatalogObject(
                column.key(),
                column.schema(),
                column.within(),
                key(from),
                column.attributes(),
                column.position(),
                column.age());
    }

    private static Optional<ObjectKey> key(String text) {
        var space = text.lastIndexOf(' ');
        return space < 0
                ? Optional.empty()
                : Optional.of(new ObjectKey(text.substring(0, space), text.substring(space + 1)));
    }
}
