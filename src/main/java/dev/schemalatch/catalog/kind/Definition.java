package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Definitions in the form {@code NAME = value, NAME = value}, of attributes that are called what PostgreSQL calls the options. */
final class Definition {

    private Definition() {}

    /** Those that are set, in the order of their names. */
    static String of(CatalogObject object, List<String> names) {
        return names.stream()
                .flatMap(name ->
                        object.attribute(name).stream().map(value -> name.toUpperCase(Locale.ROOT) + " = " + value))
                .collect(Collectors.joining(", "));
    }
}
