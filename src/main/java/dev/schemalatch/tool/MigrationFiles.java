package dev.schemalatch.tool;

import java.util.List;
import java.util.Optional;

/**
 * The migrations of a project, in the order in which the tool applies them.
 *
 * @param migrations none where the files are the tool's and hold no migration yet
 * @param notes what of the files is not understood or not run, one line each
 */
public record MigrationFiles(List<Migration> migrations, List<String> notes) {

    public MigrationFiles {
        migrations = List.copyOf(migrations);
        notes = List.copyOf(notes);
    }

    /** Migrations of which nothing else is to be said. */
    public static MigrationFiles of(List<Migration> migrations) {
        return new MigrationFiles(migrations, List.of());
    }

    /** The migration of that name. */
    public Optional<Migration> named(String name) {
        return migrations.stream()
                .filter(migration -> migration.name().equals(name))
                .findFirst();
    }

    /** The migration that a history row calls so. */
    public Optional<Migration> withId(String id) {
        return migrations.stream()
                .filter(migration -> migration.id().equals(id))
                .findFirst();
    }
}
