package dev.schemalatch.tool;

import dev.schemalatch.source.Shown;
import java.util.Arrays;

/** A line of what is to be said beside: the names in it are of strangers, and everybody reads it. */
final class Note {

    private Note() {}

    static String of(String format, Object... names) {
        return format.formatted(Arrays.stream(names)
                .map(name -> name instanceof String text ? Shown.name(text) : name)
                .toArray());
    }
}
