package dev.schemalatch.check;

import dev.schemalatch.source.Origin;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.MigrationFiles;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Project;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The migrations as the files have them, and the tool they are of. */
record Shipped(Project project, MigrationTool tool, MigrationFiles files) {

    /** @throws dev.schemalatch.failure.FailedException where the files are not in the tool's layout */
    static Shipped of(Project project, MigrationTool tool) {
        return new Shipped(project, tool, tool.files(project));
    }

    Origin origin() {
        return project.bundle().origin();
    }

    List<Migration> migrations() {
        return files.migrations();
    }

    /** The same without what this database will never run. */
    Shipped running(List<Migration> migrations) {
        return new Shipped(project, tool, new MigrationFiles(migrations, files.notes()));
    }

    /** The same with more to say of the files. */
    Shipped noting(Optional<String> more) {
        var notes = Stream.concat(more.stream(), files.notes().stream()).toList();
        return new Shipped(project, tool, new MigrationFiles(files.migrations(), notes));
    }

    CheckReport.Files told() {
        return new CheckReport.Files(origin(), tool.name(), migrations().size());
    }
}
