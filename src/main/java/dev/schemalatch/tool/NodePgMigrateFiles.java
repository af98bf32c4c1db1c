package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of node-pg-migrate: SQL with marks of the way up and the way down, and programs. */
record NodePgMigrateFiles(Bundle bundle) {

    private static final String SQL = ".sql";
    private static final String UP = ".up.sql";
    private static final String DOWN = ".down.sql";

    private static final Pattern CALLED = Pattern.compile("^(\\d{13}|\\d{17})_");

    private ProgramFolder folder() {
        return new ProgramFolder(
                bundle,
                Stream.concat(ProgramFolder.EXTENSIONS.stream(), Stream.of(SQL)).collect(Collectors.toSet()));
    }

    Claim claim() {
        var paths = folder().anywhere();
        var sql = paths.stream().filter(path -> path.endsWith(SQL)).toList();
        var programs = paths.stream().filter(path -> !path.endsWith(SQL)).toList();
        var claim = Program.NODE_PG_MIGRATE.claim(bundle, programs, CALLED);
        if (claim == Claim.CERTAIN || sql.stream().anyMatch(this::isMarked)) {
            return Claim.CERTAIN;
        }
        var timed = (claim == Claim.POSSIBLE ? paths : sql)
                .stream().anyMatch(path -> CALLED.matcher(ProgramFolder.name(path))
                        .find());
        return timed && (programs.isEmpty() || claim == Claim.POSSIBLE) ? Claim.POSSIBLE : Claim.NONE;
    }

    // others too write such a comment; not both of them in one file, nor above a name of milliseconds
    private boolean isMarked(String path) {
        if (path.endsWith(UP) || path.endsWith(DOWN)) {
            return false;
        }
        var text = bundle.text(path);
        return CALLED.matcher(ProgramFolder.name(path)).find()
                ? NodePgMigrateScript.isMarked(text)
                : NodePgMigrateScript.isMarkedTwice(text);
    }

    MigrationFiles read(String layout) {
        var paths = folder().paths(layout);
        var named = new LinkedHashMap<String, Migration>();
        var notes = new ArrayList<String>();
        paths.stream()
                .filter(path -> !isWayBack(path, paths))
                .sorted(Comparator.comparing(ProgramFolder::name, NodePgMigrateOrder.BY_FILE_NAME))
                .map(this::migration)
                .forEach(migration -> {
                    var other = named.putIfAbsent(migration.name(), migration);
                    if (other != null) {
                        notes.add(Note.of(
                                "%s: both %s and %s; node-pg-migrate cannot tell them apart",
                                migration.name(), other.path(), migration.path()));
                    }
                });
        named.keySet().stream()
                .filter(name -> !NodePgMigrateOrder.hasPrefix(name))
                .map(name -> Note.of("%s: does not begin with a number; node-pg-migrate refuses to sort it", name))
                .forEach(notes::add);
        return new MigrationFiles(List.copyOf(named.values()), notes);
    }

    private static boolean isWayBack(String path, List<String> paths) {
        return path.endsWith(DOWN) && paths.contains(path.substring(0, path.length() - DOWN.length()) + UP);
    }

    private Migration migration(String path) {
        if (!path.endsWith(SQL)) {
            return new Migration(ProgramFolder.stem(path), path, Program.content(path));
        }
        var text = JavaScriptText.of(bundle.files().getOrDefault(path, new byte[0]));
        var script = path.endsWith(UP) ? NodePgMigrateScript.whole(text) : NodePgMigrateScript.up(text);
        var name = ProgramFolder.stem(path);
        return new Migration(
                path.endsWith(UP) ? name.substring(0, name.length() - ".up".length()) : name,
                path,
                new Content.Sql(script));
    }
}
