package dev.schemalatch.tool;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A migration by its file's name: {@code V1_2__orders.sql}, {@code R__totals.sql}, {@code B3__all.sql}, {@code V4__Fill.java}
 * ({@code internal/resource/ResourceNameParser.java}).
 *
 * @param version empty for repeatables
 */
record FlywayFile(Kind kind, Optional<FlywayVersion> version, String description, boolean code) {

    /** What a prefix means. */
    enum Kind {
        VERSIONED("V"),
        REPEATABLE("R"),
        BASELINE("B");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final Pattern CODE = Pattern.compile("(?s)(.+)\\.(java|kt|kts|groovy|scala|class)");
    private static final Pattern SCRIPT = Pattern.compile("(?is)(.+)\\.sql");
    private static final String SEPARATOR = "__";

    /** Of a file; empty where Flyway does not take it for a migration. */
    static Optional<FlywayFile> of(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var script = SCRIPT.matcher(name);
        if (script.matches()) {
            return named(script.group(1), false);
        }
        var source = CODE.matcher(name);
        // a class within a class is not one of its own
        return source.matches() && !name.contains("$") ? named(source.group(1), true) : Optional.empty();
    }

    private static Optional<FlywayFile> named(String stem, boolean code) {
        return List.of(Kind.values()).stream()
                .filter(kind -> stem.startsWith(kind.prefix))
                .findFirst()
                .flatMap(kind -> named(kind, stem.substring(kind.prefix.length()), code));
    }

    private static Optional<FlywayFile> named(Kind kind, String rest, boolean code) {
        var separator = rest.indexOf(SEPARATOR);
        var version = separator < 0 ? rest : rest.substring(0, separator);
        var description = separator < 0
                ? ""
                : rest.substring(separator + SEPARATOR.length()).replace('_', ' ');
        if (kind == Kind.REPEATABLE) {
            return version.isEmpty()
                    ? Optional.of(new FlywayFile(kind, Optional.empty(), description, code))
                    : Optional.empty();
        }
        return FlywayVersion.of(version).map(parsed -> new FlywayFile(kind, Optional.of(parsed), description, code));
    }

    /** Whether the name alone tells Flyway's files from anybody else's. */
    boolean telling(String path) {
        return path.contains(SEPARATOR);
    }

    /** As the table keeps it: at most 200 characters ({@code internal/util/AbbreviationUtils.java}). */
    String storedDescription() {
        return description.length() <= 200 ? description : description.substring(0, 197) + "...";
    }

    /** Whether both say that they are the same migration. */
    boolean sameAs(FlywayFile other) {
        return kind == other.kind
                && (kind == Kind.REPEATABLE
                        ? description.equals(other.description)
                        : version.orElseThrow().isSame(other.version.orElseThrow()));
    }
}
