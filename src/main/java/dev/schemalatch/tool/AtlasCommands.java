package dev.schemalatch.tool;

import java.util.Optional;

/**
 * Atlas's commands. {@code set} records everything up to a version, and takes away what is recorded above it; a file that was begun
 * and not finished is gone on with by {@code apply}.
 */
record AtlasCommands(MigrationFiles files, HistoryTable table) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return atlas("apply");
    }

    @Override
    public Optional<String> markApplied(String migration) {
        return files.named(migration).map(found -> atlas("set" + ShellWord.argument(found.id())));
    }

    // nothing is left to set below the first
    @Override
    public Optional<String> markRolledBack(String migration) {
        return files.named(migration).map(found -> {
            var at = files.migrations().indexOf(found);
            return at > 0
                    ? atlas("set"
                            + ShellWord.argument(files.migrations().get(at - 1).id()))
                    : ShellWord.psql(
                            "DELETE FROM %s WHERE version = %s".formatted(table.quoted(), SqlText.literal(found.id())));
        });
    }

    private String atlas(String command) {
        return "atlas migrate %s --dir %s --url \"$DATABASE_URL\" --revisions-schema %s"
                .formatted(command, ShellWord.of("file://" + CommandFolder.path(files)), ShellWord.of(table.schema()));
    }
}
