package dev.schemalatch.tool;

import java.util.Optional;

/** Hasura's commands; {@code --skip-execution} writes the history without running anything. */
record HasuraCommands(MigrationFiles files, HistoryTable table) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return apply("");
    }

    @Override
    public Optional<String> markApplied(String migration) {
        return files.named(migration).map(found -> apply(" --skip-execution --version " + found.id()));
    }

    @Override
    public Optional<String> markRolledBack(String migration) {
        return files.named(migration).map(found -> apply(" --skip-execution --type down --version " + found.id()));
    }

    private String apply(String options) {
        return "hasura migrate apply" + (table.name().equals(HasuraHistory.STATE) ? " --database-name default" : "")
                + options;
    }
}
