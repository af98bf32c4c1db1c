package dev.schemalatch.tool;

import java.util.Optional;
import java.util.function.Function;

/**
 * The commands of a tool that has none for writing into its history by hand: a statement does it.
 *
 * @param recording the statement that makes the row of a migration; empty where it cannot be told
 */
record SqlCommands(String deploy, Function<String, Optional<String>> recording) implements MigrationTool.Commands {

    @Override
    public Optional<String> markApplied(String migration) {
        return recording.apply(migration).map(ShellWord::psql);
    }

    /** Such tools keep no rows of what failed. */
    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }
}
