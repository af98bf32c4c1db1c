package dev.schemalatch.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A migration as the files have it.
 *
 * @param id what a row of the tool's history calls it: a version, a hash, a name
 * @param name what people read: what the history calls it where that is a name, else the name of its file
 * @param path of its file in the bundle, for messages
 * @param checksums every stored value that means that the file is unchanged; empty where the tool stores none
 */
public record Migration(String id, String name, String path, Content content, Set<String> checksums) {

    public Migration {
        checksums = Set.copyOf(checksums);
    }

    /** One that the history calls by its name, and keeps no checksum of. */
    public Migration(String name, String path, Content content) {
        this(name, name, path, content, Set.of());
    }

    /** What is to be sent; empty where there is no SQL. */
    public Optional<Script> script() {
        return content instanceof Content.Sql(Script script) ? Optional.of(script) : Optional.empty();
    }

    /** Whether it is a program. */
    public boolean isCode() {
        return content instanceof Content.Code;
    }

    /** What a program declares; nothing where it is none. */
    Map<String, List<String>> declared() {
        return content instanceof Content.Code code ? code.declares() : Map.of();
    }

    /** Whether a row's checksum is one of this file; a row without one cannot say that the file was edited. */
    public boolean matches(Applied row) {
        return !(content instanceof Content.Lacking)
                && row.checksum()
                        .map(stored -> checksums.isEmpty() || checksums.contains(stored))
                        .orElse(true);
    }
}
