package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import java.util.regex.Pattern;

/** The identity of what is known by its arguments, in its two pieces: {@code public.sum} and {@code (integer,integer)}. */
record Signature(String name, String arguments) {

    private static final Pattern NAME = Pattern.compile("(?:[^\"(]|\"(?:[^\"]|\"\")*+\")*+");

    static Signature of(CatalogObject object) {
        return of(object.key().identity());
    }

    static Signature of(String identity) {
        var name = NAME.matcher(identity);
        var end = name.lookingAt() ? name.end() : identity.length();
        return new Signature(identity.substring(0, end), identity.substring(end));
    }
}
