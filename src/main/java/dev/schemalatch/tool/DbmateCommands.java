package dev.schemalatch.tool;

import java.util.Optional;

/** dbmate's command; it has none that records a version. What fails leaves no row. */
record DbmateCommands(MigrationFiles files, HistoryTable table) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return "dbmate --migrations-dir %s --migrations-table %s up"
                .formatted(CommandFolder.of(files), ShellWord.of(table.toString()));
    }

    @Override
    public Optional<String> markApplied(String migration) {
        return files.named(migration)
                .map(found -> ShellWord.psql(
                        "INSERT INTO %s (version) VALUES (%s)".formatted(table.quoted(), SqlText.literal(found.id()))));
    }

    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }
}
