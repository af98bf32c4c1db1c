package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the folder that Flyway looks into, in what may be a whole project: {@code db/migration}, or what all its files lie below. */
record FlywayFolder(Bundle bundle) {

    private static final Pattern CONVENTIONAL = Pattern.compile("(?:.*/)?db/migrations?/");
    private static final Pattern ASIDE =
            Pattern.compile("(?:.*/)?(?:\\.[^/]*|target|build|bin|out|node_modules|src/test)/.*");
    private static final Set<String> HERE = Set.of("postgresql", "postgres", "pg");
    private static final Set<String> ELSEWHERE = Set.of(
            "mysql",
            "mariadb",
            "h2",
            "hsqldb",
            "oracle",
            "sqlserver",
            "mssql",
            "sqlite",
            "db2",
            "derby",
            "cockroachdb",
            "redshift",
            "snowflake");

    /** With a slash at its end; empty text where it is the bundle itself. Programs may lie elsewhere: beside other sources. */
    String root() {
        var all = files(
                path -> FlywayFile.of(path).filter(file -> file.telling(path)).isPresent());
        var scripts = all.stream().filter(path -> !isCode(path)).toList();
        var files = scripts.isEmpty() ? all : scripts;
        if (!files.stream().allMatch(path -> CONVENTIONAL.matcher(path).lookingAt())) {
            return common(files);
        }
        var conventional = files.stream()
                .map(path -> CONVENTIONAL.matcher(path))
                .filter(matcher -> matcher.lookingAt())
                .map(matcher -> matcher.group())
                .collect(Collectors.toCollection(TreeSet::new));
        if (conventional.size() > 1) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin() + " holds several migrations folders: "
                            + conventional.stream().limit(5).collect(Collectors.joining(", ")) + ". Name one of them.");
        }
        return conventional.isEmpty() ? "" : conventional.first();
    }

    private static boolean isCode(String path) {
        return FlywayFile.of(path).filter(FlywayFile::code).isPresent();
    }

    private static String common(List<String> files) {
        return files.stream()
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                .reduce(FlywayFolder::common)
                .orElse("");
    }

    private static String common(String one, String other) {
        var folder = one;
        while (!other.startsWith(folder)) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        return folder;
    }

    /** The files below it that may be Flyway's. */
    List<String> paths() {
        var root = root();
        var vendors = vendors(root);
        return files(path -> path.startsWith(root)
                        || (isCode(path) && CONVENTIONAL.matcher(path).lookingAt()))
                .stream()
                .filter(path -> !path.startsWith(root) || !vendors.contains(first(path.substring(root.length()))))
                .toList();
    }

    /** Folders for other databases, beside one for PostgreSQL: Spring's {@code {vendor}}. */
    private Set<String> vendors(String root) {
        var folders = bundle.files().keySet().stream()
                .filter(path -> path.startsWith(root))
                .map(path -> first(path.substring(root.length())))
                .collect(Collectors.toSet());
        return folders.stream().anyMatch(HERE::contains)
                ? folders.stream().filter(ELSEWHERE::contains).collect(Collectors.toSet())
                : Set.of();
    }

    private static String first(String path) {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    private List<String> files(Predicate<String> wanted) {
        var all = bundle.files().keySet();
        var plain = all.stream()
                .filter(path -> !ASIDE.matcher(path).matches())
                .filter(wanted)
                .toList();
        return plain.isEmpty() ? all.stream().filter(wanted).toList() : plain;
    }
}
