package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes in TypeORM's files. A migration is called as its {@code name} says, or else as its class ({@code getMigrations} of
 * {@code MigrationExecutor}); where neither can be read in the text, as the file's name says that the class was called when it was
 * made ({@code MigrationCreateCommand}).
 */
record TypeOrmFiles(Bundle bundle, List<String> paths) {

    private static final String NAME = "([\\p{L}_$][\\p{L}\\p{N}_$]*\\d{13})";

    /** {@code class X}; compiled for old engines {@code function X()}. */
    private static final Pattern CLASS = Pattern.compile("\\b(?:class|function)\\s+" + NAME + "(?![\\p{L}\\p{N}_$])");

    private static final Pattern OWN_NAME =
            Pattern.compile("\\bname\\s*(?::\\s*string\\s*)?=\\s*(['\"`])([^'\"`\\\\]*\\d{13})\\1");

    /** Properties stand before it; behind it there is SQL, which may look like one. */
    private static final Pattern UP = Pattern.compile("\\bup\\s*\\(");

    private static final Pattern WORD = Pattern.compile("(^|[\\s_-])([\\p{L}\\p{N}])");

    MigrationFiles read() {
        var named = new LinkedHashMap<String, Migration>();
        var notes = new ArrayList<String>();
        for (var path : paths) {
            var names = names(path);
            if (names.isEmpty()) {
                notes.add(Note.of(
                        "%s: has no class whose name ends in 13 digits, so that TypeORM makes no migration of it",
                        path));
            }
            for (var name : names) {
                var other = named.putIfAbsent(name, new Migration(name, path, Program.content(path)));
                if (other != null) {
                    notes.add(Note.of("%s: in %s and %s; TypeORM refuses two of one name", name, other.path(), path));
                }
            }
        }
        return new MigrationFiles(
                named.values().stream()
                        .sorted(Comparator.comparingLong(
                                migration -> time(migration.name()).orElse(0)))
                        .toList(),
                notes);
    }

    private Set<String> names(String path) {
        var text = bundle.text(path);
        var names = new LinkedHashSet<String>();
        var classes = CLASS.matcher(text);
        var found = classes.find();
        while (found) {
            var name = classes.group(1);
            var from = classes.end();
            found = classes.find();
            names.add(ownName(text.substring(from, found ? classes.start() : text.length()))
                    .orElse(name));
        }
        if (names.isEmpty()) {
            ownName(text).ifPresentOrElse(names::add, () -> names.addAll(fromFileName(path)));
        }
        return names;
    }

    private static Optional<String> ownName(String body) {
        var up = UP.matcher(body);
        var own = OWN_NAME.matcher(up.find() ? body.substring(0, up.start()) : body);
        return own.find() ? Optional.of(own.group(2)) : Optional.empty();
    }

    private static List<String> fromFileName(String path) {
        var stem = ProgramFolder.stem(path);
        return stem.matches("\\d{13}-.+") ? List.of(camelCase(stem.substring(14)) + stem.substring(0, 13)) : List.of();
    }

    private static String camelCase(String name) {
        return WORD.matcher(name).replaceAll(word -> word.group(2).toUpperCase(Locale.ROOT));
    }

    /** The last thirteen digits of a class's name: milliseconds. */
    static OptionalLong time(String name) {
        return name.matches("(?s).*\\d{13}")
                ? OptionalLong.of(Long.parseLong(name.substring(name.length() - 13)))
                : OptionalLong.empty();
    }
}
