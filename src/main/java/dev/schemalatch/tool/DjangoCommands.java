package dev.schemalatch.tool;

import java.util.Optional;

/** Django's commands as they are typed in a project. */
record DjangoCommands() implements MigrationTool.Commands {

    @Override
    public String deploy() {
        return "python manage.py migrate";
    }

    /** Records all of the app that it stands on with it. */
    @Override
    public Optional<String> markApplied(String migration) {
        return Optional.of("python manage.py migrate --fake %s %s"
                .formatted(
                        ShellWord.of(DjangoMigration.app(migration)), ShellWord.of(DjangoMigration.nameIn(migration))));
    }

    /** A failed migration leaves no row. */
    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }
}
