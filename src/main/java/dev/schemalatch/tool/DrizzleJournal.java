package dev.schemalatch.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drizzle's {@code meta/_journal.json} up to 0.x: which files run, in which order.
 *
 * @param folder of the files, with a slash at its end
 * @param content missing where it is not JSON
 */
record DrizzleJournal(String path, String folder, JsonNode content) {

    private static final String FILE = "_journal.json";
    private static final String IN_FOLDER = "meta/" + FILE;
    private static final Set<String> POSTGRES = Set.of("postgresql", "pg");
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * An entry.
     *
     * @param tag the file's name without {@code .sql}
     * @param when milliseconds of the epoch
     */
    record Entry(String tag, long when) {}

    /** Those nearest to the top; as a key of a ConfigMap it has lost its folder. */
    static List<DrizzleJournal> in(Bundle bundle) {
        if (bundle.shape() == Bundle.Shape.FLAT) {
            return bundle.files().containsKey(FILE) ? List.of(read(bundle, FILE, "")) : List.of();
        }
        var paths = bundle.files().keySet().stream()
                .filter(path -> path.equals(IN_FOLDER) || path.endsWith("/" + IN_FOLDER))
                .filter(path -> !path.contains("node_modules/"))
                .toList();
        var depth = paths.stream().mapToLong(DrizzleJournal::depth).min().orElse(0);
        return paths.stream()
                .filter(path -> depth(path) == depth)
                .map(path -> read(bundle, path, path.substring(0, path.length() - IN_FOLDER.length())))
                .toList();
    }

    /**
     * The one that is meant: the only one, or the only one of PostgreSQL.
     *
     * @throws FailedException {@code LayoutUnknown}, {@code ToolUnsupported}
     */
    static DrizzleJournal one(Bundle bundle, List<DrizzleJournal> journals) {
        var postgres = journals.stream().filter(DrizzleJournal::isOfPostgres).toList();
        if (postgres.isEmpty()) {
            throw FailedException.of(
                    Reason.ToolUnsupported,
                    Note.of(
                            "%s: %s is of the dialect \"%s\", not of PostgreSQL.",
                            bundle.origin(),
                            journals.get(0).path(),
                            journals.get(0).dialect()));
        }
        if (postgres.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    "%s holds several journals of Drizzle: %s. Name the folder of one of them."
                            .formatted(
                                    bundle.origin(),
                                    postgres.stream().map(DrizzleJournal::path).collect(Collectors.joining(", "))));
        }
        return postgres.get(0);
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private static DrizzleJournal read(Bundle bundle, String path, String folder) {
        try {
            return new DrizzleJournal(path, folder, JSON.readTree(bundle.text(path)));
        } catch (JsonProcessingException notJson) {
            return new DrizzleJournal(path, folder, MissingNode.getInstance());
        }
    }

    private String dialect() {
        return content.path("dialect").asText("");
    }

    /** Also where nothing can be read: somebody has to mend it. */
    boolean isOfPostgres() {
        return !content.isObject() || POSTGRES.contains(dialect());
    }

    /** @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration} */
    List<Entry> entries() {
        if (!content.path("entries").isArray()) {
            throw FailedException.of(Reason.LayoutUnknown, path + " has no list of entries. Restore it.");
        }
        var entries = new ArrayList<Entry>();
        var tags = new HashSet<String>();
        for (var entry : content.path("entries")) {
            var tag = entry.path("tag").asText("");
            if (tag.isEmpty() || !entry.path("when").isNumber()) {
                throw FailedException.of(
                        Reason.LayoutUnknown, Note.of("%s: entry %d has no tag or no time.", path, entries.size() + 1));
            }
            if (!tags.add(tag)) {
                throw FailedException.of(Reason.DuplicateMigration, Note.of("%s names %s twice.", path, tag));
            }
            entries.add(new Entry(tag, entry.path("when").asLong()));
        }
        return entries;
    }
}
