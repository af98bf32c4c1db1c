package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The folder that holds a tool's scripts, in what may be a whole project.
 *
 * @param holds whether a path below the folder tells of it: {@code 1_a.sql}, {@code 1_a/up.sql}
 * @param levels parts of such a path
 */
record ScriptFolder(Bundle bundle, int levels, Predicate<String> holds) {

    /**
     * The folder with a slash at its end; empty text where it is the bundle itself.
     *
     * @param layout what was looked for, for the message
     * @throws FailedException {@code LayoutUnknown} where there is none, or more than one
     */
    String path(String layout) {
        var candidates = candidates();
        if (candidates.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds no migrations of " + layout + ". Name the folder that holds them.");
        }
        if (candidates.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds several migrations folders: "
                            + candidates.stream().limit(5).collect(Collectors.joining(", ")) + ". Name one of them.");
        }
        return candidates.get(0);
    }

    /** Folders with such a path in them; those below others are not looked at. */
    List<String> candidates() {
        SortedSet<String> holders = new TreeSet<>();
        for (var path : bundle.files().keySet()) {
            var folder = above(path);
            if (folder.length() < path.length() && holds.test(path.substring(folder.length()))) {
                holders.add(folder);
            }
        }
        return holders.stream()
                .filter(folder ->
                        holders.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .toList();
    }

    /** Names of files that stand right in the folder. */
    static List<String> names(Bundle bundle, String folder) {
        return bundle.files().keySet().stream()
                .filter(path -> path.startsWith(folder) && path.indexOf('/', folder.length()) < 0)
                .map(path -> path.substring(folder.length()))
                .toList();
    }

    // a path with too few parts is its own answer, which no folder is
    private String above(String path) {
        var end = path.length();
        for (var level = 0; level < levels; level++) {
            if (end < 0) {
                return path;
            }
            end = path.lastIndexOf('/', end - 1);
        }
        return path.substring(0, end + 1);
    }
}
