package dev.schemalatch.cli;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.tool.Content;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Project;
import dev.schemalatch.tool.Tools;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a folder's files are to the migration tools that may have written them. */
record FolderMigrations(Bundle folder, List<MigrationTool> tools) {

    /** A migration without where its file lies, which packing may change. */
    private record Told(String id, String name, Content content, Set<String> checksums) {}

    static FolderMigrations of(Bundle folder) {
        try {
            return new FolderMigrations(folder, Tools.claiming(folder));
        } catch (FailedException unknown) {
            return new FolderMigrations(folder, List.of());
        }
    }

    /** The tool, where only one may have written them. */
    Optional<String> tool() {
        return tools.size() == 1 ? Optional.of(tools.get(0).name()) : Optional.empty();
    }

    /** Whether other files are the same migrations to each of the tools that understands the folder. */
    boolean areIn(Bundle packed) {
        return tools.stream().allMatch(tool -> told(tool, folder)
                .known()
                .map(migrations ->
                        Optional.of(migrations).equals(told(tool, packed).known()))
                .orElse(true));
    }

    private static Finding<List<Told>> told(MigrationTool tool, Bundle bundle) {
        return Finding.of(() -> tool.files(Project.of(bundle)).migrations().stream()
                .map(one -> new Told(one.id(), one.name(), one.content(), one.checksums()))
                .toList());
    }
}
