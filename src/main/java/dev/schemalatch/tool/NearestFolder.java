package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where a tool's migrations lie in what may be a whole project: the folder of its own name that is nearest to the top, or the bundle
 * itself where there is none.
 *
 * @param ends how the folder's path ends, with a slash: {@code db/migrate/}
 * @param isOne whether a file's name is a migration's
 */
record NearestFolder(Bundle bundle, String tool, String ends, Predicate<String> isOne) {

    /**
     * Paths of the migrations.
     *
     * @throws FailedException {@code LayoutUnknown} where several folders are equally near
     */
    List<String> files() {
        var root = path();
        return candidates().stream().filter(path -> path.startsWith(root)).toList();
    }

    /** The folder with a slash at its end, or empty. */
    String path() {
        var roots = candidates().stream().map(this::root).collect(Collectors.toCollection(TreeSet::new));
        if (roots.stream().anyMatch(root -> !root.isEmpty())) {
            roots.remove("");
        }
        var nearest = roots.stream().mapToInt(NearestFolder::depth).min().orElse(0);
        var near = roots.stream()
                .filter(root -> depth(root) == nearest)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (near.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    "%s holds several folders of migrations of %s: %s. Name one of them."
                            .formatted(
                                    bundle.origin(),
                                    tool,
                                    near.stream().limit(5).collect(Collectors.joining(", "))));
        }
        return near.isEmpty() ? "" : near.get(0);
    }

    private List<String> candidates() {
        return bundle.files().keySet().stream()
                .filter(path -> isOne.test(path.substring(path.lastIndexOf('/') + 1)))
                .toList();
    }

    private String root(String path) {
        if (path.startsWith(ends)) {
            return ends;
        }
        var at = path.indexOf("/" + ends);
        if (at >= 0) {
            return path.substring(0, at + 1 + ends.length());
        }
        // the folder above may be what the user names
        var last = ends.substring(ends.lastIndexOf('/', ends.length() - 2) + 1);
        return path.startsWith(last) ? last : "";
    }

    private static int depth(String folder) {
        return (int) folder.chars().filter(c -> c == '/').count();
    }
}
