package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds Prisma's migrations folder in what may be a whole project. */
record PrismaRoot(Bundle bundle) {

    /**
     * The folder with a slash at its end; empty text where it is the bundle itself.
     *
     * @throws FailedException {@code LayoutUnknown} where there is none, or more than one
     */
    String path() {
        var candidates = candidates();
        if (candidates.isEmpty()) {
            throw unknown(bundle);
        }
        if (candidates.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds several migrations folders: "
                            + candidates.stream().limit(5).collect(Collectors.joining(", ")) + ". Name one of them.");
        }
        return candidates.get(0);
    }

    /** Folders with a lock file, or else those nearest to the top with a migration in them. */
    List<String> candidates() {
        var locked = holders(PrismaLock.FILE, 1);
        return locked.isEmpty() ? holders(PrismaFiles.SCRIPT, 2) : locked;
    }

    private List<String> holders(String file, int levels) {
        var holders = bundle.files().keySet().stream()
                .filter(path -> path.equals(file) || path.endsWith("/" + file))
                .filter(path -> path.chars().filter(c -> c == '/').count() >= levels - 1)
                .map(path -> above(path, levels))
                .collect(Collectors.toCollection(TreeSet::new));
        return holders.stream()
                .filter(folder ->
                        holders.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .toList();
    }

    private static String above(String path, int levels) {
        var end = path.length();
        for (var level = 0; level < levels; level++) {
            end = path.lastIndexOf('/', end - 1);
        }
        return path.substring(0, end + 1);
    }

    static FailedException unknown(Bundle bundle) {
        return FailedException.of(
                Reason.LayoutUnknown,
                bundle.origin() + " holds no migrations of Prisma: no <name>/migration.sql, and no keys <name>.sql or"
                        + " <name>__migration.sql. Name the folder prisma/migrations, or pack it: schemalatch pack.");
    }
}
