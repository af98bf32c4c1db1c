package dev.schemalatch.tool;

import java.util.Optional;

/** sqlx's command, and what a person does where it has none. */
record SqlxCommands(MigrationFiles files, HistoryTable table) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return "sqlx migrate run";
    }

    /** The row that a run would have written. */
    @Override
    public Optional<String> markApplied(String migration) {
        return files.named(migration)
                .map(file -> ShellWord.psql(
                        "INSERT INTO %s (version, description, success, checksum, execution_time) VALUES (%s, %s, true, decode('%s', 'hex'), 0)"
                                .formatted(
                                        table.quoted(),
                                        file.id(),
                                        SqlText.literal(SqlxFiles.description(file)),
                                        String.join("", file.checksums()))));
    }

    /** What sqlx asks for where a row says that its migration did not succeed. */
    @Override
    public Optional<String> markRolledBack(String migration) {
        return files.named(migration)
                .map(file -> ShellWord.psql(
                        "DELETE FROM %s WHERE version = %s AND NOT success".formatted(table.quoted(), file.id())));
    }
}
