package dev.schemalatch.tool;

import java.util.Optional;

/** golang-migrate's commands; {@code force} writes the one version without running anything. */
record GolangMigrateCommands(MigrationFiles files) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return migrate("up");
    }

    @Override
    public Optional<String> markApplied(String migration) {
        return files.named(migration).map(found -> migrate("force " + found.id()));
    }

    @Override
    public Optional<String> markRolledBack(String migration) {
        return files.named(migration).map(found -> {
            var at = files.migrations().indexOf(found);
            // what begins with a dash would be read as an option
            return migrate(
                    at == 0
                            ? "force -- -1"
                            : "force " + files.migrations().get(at - 1).id());
        });
    }

    private String migrate(String command) {
        return "migrate -path %s -database \"$DATABASE_URL\" %s".formatted(CommandFolder.of(files), command);
    }
}
