package dev.schemalatch.tool;

import java.util.Optional;

/** node-pg-migrate's commands as they are typed in a project. */
record NodePgMigrateCommands() implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return "npx node-pg-migrate up";
    }

    /** With a name it takes that file alone; digits alone it would take for a number of migrations. */
    @Override
    public Optional<String> markApplied(String migration) {
        return migration.startsWith("-") || migration.matches("\\d+")
                ? Optional.empty()
                : Optional.of("npx node-pg-migrate up --fake " + ShellWord.of(migration));
    }

    /** What failed leaves no row. */
    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }
}
