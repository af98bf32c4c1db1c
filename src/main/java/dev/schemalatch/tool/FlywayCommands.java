package dev.schemalatch.tool;

import dev.schemalatch.tool.FlywayFile.Kind;
import java.util.Optional;

/** Flyway's commands as they are typed beside its configuration. */
record FlywayCommands(MigrationFiles files, HistoryTable table) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return "flyway" + options() + " migrate";
    }

    /** Flyway records what it does not run up to a version; a repeatable it can only run. */
    @Override
    public Optional<String> markApplied(String migration) {
        return files.named(migration)
                .flatMap(found -> FlywayFile.of(found.path()))
                .filter(file -> file.kind() == Kind.VERSIONED)
                .flatMap(FlywayFile::version)
                .map(version ->
                        "flyway%s -skipExecutingMigrations=true -target=%s migrate".formatted(options(), version));
    }

    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.of("flyway" + options() + " repair");
    }

    private String options() {
        var schema = table.schema().equals("public") ? "" : " -defaultSchema" + "=" + ShellWord.of(table.schema());
        var name = table.name().equals(FlywayHistory.TABLE) ? "" : " -table=" + ShellWord.of(table.name());
        return schema + name;
    }
}
