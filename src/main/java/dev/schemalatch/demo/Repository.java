package dev.schemalatch.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The migrations that git holds at a moment of the story. */
final class Repository {

    /** One migration's file. */
    record Migration(String name, String sql) {}

    private final Path story;
    private final SortedMap<String, Migration> migrations = new TreeMap<>();

    /** A repository that holds nothing yet, of the story in a folder. */
    Repository(Path story) {
        this.story = story;
    }

    /** Commits migrations of a branch of the story; what has the same name is written over. */
    Repository commit(String branch, String... names) {
        for (var name : names) {
            migrations.put(name, migration(branch, name));
        }
        return this;
    }

    Migration migration(String branch, String name) {
        return new Migration(name, read("%s/%s/migration.sql".formatted(branch, name)));
    }

    String read(String file) {
        try {
            return Files.readString(story.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the data of a ConfigMap, whose keys hold no slash. */
    Map<String, String> data() {
        var data = new TreeMap<String, String>();
        data.put("migration_lock.toml", read("git/migration_lock.toml"));
        migrations.values().forEach(migration -> data.put(migration.name() + ".sql", migration.sql()));
        return data;
    }
}
