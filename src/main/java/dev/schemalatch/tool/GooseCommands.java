package dev.schemalatch.tool;

import java.util.Optional;

/** goose's command; it has none that records a version. What fails leaves no row. */
record GooseCommands(MigrationFiles files, HistoryTable table) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return "goose -dir %s postgres \"$DATABASE_URL\" up".formatted(CommandFolder.of(files));
    }

    @Override
    public Optional<String> markApplied(String migration) {
        return files.named(migration)
                .map(found -> ShellWord.psql("INSERT INTO %s (version_id, is_applied) VALUES (%s, true)"
                        .formatted(table.quoted(), found.id())));
    }

    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }
}
