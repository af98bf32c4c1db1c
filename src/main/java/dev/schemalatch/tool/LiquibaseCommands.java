package dev.schemalatch.tool;

import java.util.Optional;

/** Liquibase's commands as they are typed beside its properties file. */
record LiquibaseCommands(HistoryTable table) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return command("update");
    }

    /** Liquibase records without running only what is next. */
    @Override
    public Optional<String> markApplied(String migration) {
        return Optional.of(command("mark-next-changeset-ran"));
    }

    /** Of what failed Liquibase keeps nothing. */
    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }

    String releaseLocks() {
        return command("release-locks");
    }

    private String command(String name) {
        var schema = table.schema().equals("public") ? "" : " --liquibase-schema-name=" + ShellWord.of(table.schema());
        var changes = table.name().equals(LiquibaseHistory.TABLE)
                ? ""
                : " --database-changelog-table-name=" + ShellWord.of(table.name());
        return "liquibase" + schema + changes + " " + name;
    }
}
