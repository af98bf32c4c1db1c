package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Source;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Project;
import dev.schemalatch.tool.Tools;
import java.util.List;

/**
 * Files that were read, before it is settled which tool they are of.
 *
 * @param claiming the tools that may have written them; the one that was named, where one was
 * @param named whether the user says which tool it is
 */
record Delivery(Project project, List<MigrationTool> claiming, boolean named) {

    Delivery {
        claiming = List.copyOf(claiming);
    }

    /**
     * Reads a source.
     *
     * @throws FailedException where it cannot be read, or holds nothing that is understood
     */
    static Delivery read(Source source, ToolChoice choice) {
        var bundle = source.read();
        var project = new Project(bundle, choice.options());
        return choice.tool()
                .map(name -> new Delivery(project, List.of(Tools.named(name).with(choice.options())), true))
                .orElseGet(() -> new Delivery(project, Tools.claiming(bundle), false));
    }

    /**
     * As the files alone tell.
     *
     * @throws FailedException where they may be of several tools, or are not in the tool's layout
     */
    Shipped alone() {
        var tool = Tools.only(project.bundle(), claiming);
        return Shipped.of(project, tool).noting(Tools.presumption(claiming, tool));
    }

    /**
     * As files and database tell together.
     *
     * @param keeping the tools whose history the database has
     * @throws FailedException where that leaves more than one tool, or none
     */
    Shipped settled(List<MigrationTool> keeping) {
        return named || keeping.isEmpty()
                ? alone()
                : Shipped.of(project, Tools.settle(project.bundle(), claiming, keeping));
    }

    /**
     * As the files of that tool.
     *
     * @throws FailedException where they are another's
     */
    Shipped of(MigrationTool tool) {
        if (!claiming.contains(tool)) {
            throw FailedException.of(
                    Reason.ToolUnsupported,
                    "%s holds migrations of %s, the history in the database is of %s."
                            .formatted(
                                    project.bundle().origin(),
                                    claiming.stream()
                                            .map(MigrationTool::name)
                                            .toList()
                                            .get(0),
                                    tool.name()));
        }
        return Shipped.of(project, tool);
    }
}
