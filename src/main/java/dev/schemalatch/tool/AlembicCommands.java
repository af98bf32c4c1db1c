package dev.schemalatch.tool;

import java.util.Optional;

/** Alembic's commands as they are typed beside {@code alembic.ini}. */
record AlembicCommands(MigrationFiles files) implements MigrationTool.Commands {

    @Override
    public String deploy() {
        var heads = new AlembicGraph(files.migrations()).heads().size();
        return heads > 1 ? "alembic upgrade heads" : "alembic upgrade head";
    }

    /** Records all that it stands on with it, as the table holds no more than the newest. */
    @Override
    public Optional<String> markApplied(String migration) {
        var revision = files.named(migration).map(Migration::id).orElse(migration);
        return Optional.of("alembic stamp " + ShellWord.of(revision));
    }

    /** A failed revision leaves no row. */
    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }
}
