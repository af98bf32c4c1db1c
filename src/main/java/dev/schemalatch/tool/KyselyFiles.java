package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What {@code FileMigrationProvider} makes of a folder: a migration is called as its file, without the extension. */
record KyselyFiles(Bundle bundle, List<String> paths) {

    /** What exports no {@code up} is passed over in silence. */
    private static final Pattern UP = Pattern.compile("\\bup\\b");

    MigrationFiles read() {
        var named = new TreeMap<String, Migration>();
        var notes = new ArrayList<String>();
        for (var path : paths) {
            if (!UP.matcher(bundle.text(path)).find()) {
                notes.add(Note.of("%s: has no function up, so that Kysely passes it over", path));
                continue;
            }
            var migration = new Migration(ProgramFolder.stem(path), path, Program.content(path));
            var other = named.put(migration.name(), migration);
            if (other != null) {
                notes.add(Note.of("%s and %s: the same migration to Kysely", other.path(), path));
            }
        }
        return new MigrationFiles(List.copyOf(named.values()), notes);
    }
}
