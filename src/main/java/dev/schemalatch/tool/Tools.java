package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.stream.Collectors;

/** The migration tools that are understood. To add one: its file, and one line in the list. */
public final class Tools {

    private static final List<MigrationTool> ALL = List.of(new Prisma());

    private Tools() {}

    /** In the order in which messages name them. */
    public static List<MigrationTool> all() {
        return ALL;
    }

    /**
     * The tool of that name, upper or lower case.
     *
     * @throws FailedException {@code ToolUnsupported} with the names that are known
     */
    public static MigrationTool named(String name) {
        return ALL.stream()
                .filter(tool -> tool.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> FailedException.of(
                        Reason.ToolUnsupported,
                        "There is no migration tool of that name here. Known are " + names(ALL)
                                + ", and Auto, which reads the layout."));
    }

    /**
     * The tool whose layout the files have.
     *
     * @throws FailedException {@code LayoutUnknown} where none has, or more than one
     */
    public static MigrationTool recognize(Bundle bundle) {
        var fitting = ALL.stream().filter(tool -> tool.recognizes(bundle)).toList();
        if (fitting.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds no migrations in a layout that is understood. Looked for "
                            + ALL.stream().map(MigrationTool::layout).collect(Collectors.joining("; ")) + ".");
        }
        if (fitting.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " could be of " + names(fitting)
                            + ". Say which: spec.migrations.tool in a resource, --tool on the command line.");
        }
        return fitting.get(0);
    }

    private static String names(List<MigrationTool> tools) {
        return tools.stream().map(MigrationTool::name).collect(Collectors.joining(", "));
    }
}
