package dev.schemalatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Extensions that stand in for those that our servers lack: of the same name, with the same names and type modifiers of types,
 * operator classes and access methods, but without values. Good for comparing schemas, and for nothing else.
 */
public final class StandIns {

    /** What {@code pg_extension} says is installed, where it is not the real one. */
    public static final String VERSION = "stand-in";

    private static final List<String> NAMES = List.of("postgis", "vector");

    private StandIns() {}

    /** Puts those into an unpacked PostgreSQL that it does not have. */
    static void place(Path programs) throws IOException {
        var folder = programs.resolve("share/postgresql/extension");
        for (var name : NAMES) {
            var control = folder.resolve(name + ".control");
            if (!Files.exists(control)) {
                copy(name + "--" + VERSION + ".sql", folder);
                copy(name + ".control", folder);
            }
        }
    }

    private static void copy(String file, Path folder) throws IOException {
        try (var content = StandIns.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new UncheckedIOException(new IOException(file + " is missing from the program"));
            }
            Files.copy(content, folder.resolve(file));
        }
    }
}
