package dev.schemalatch.source;

import java.util.List;
import java.util.Set;

/** What of a project's folder is migrations, wherever the folder is kept. */
public final class ProjectFolder {

    /** Where projects keep their migrations, looked for in this order. */
    public static final List<String> CONVENTIONAL = List.of("prisma/migrations", "migrations");

    /** What other programs keep in a project, never migrations, and often more than all the rest. */
    private static final Set<String> SKIPPED = Set.of("node_modules", ".git");

    private ProjectFolder() {}

    /** Whether a folder of this name is passed over with all that is in it. */
    public static boolean skipsFolder(String name) {
        return SKIPPED.contains(name) || skipsFile(name);
    }

    /** Whether a file of this name is passed over: macOS writes them beside the real ones. */
    public static boolean skipsFile(String name) {
        return EntryPath.isDropping(name);
    }

    /** Whether a link of this name may not be passed over: a migration would seem to be missing, unnoticed. */
    public static boolean needsFile(String name) {
        return name.endsWith(".sql");
    }
}
