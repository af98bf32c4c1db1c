package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what changelogs name: their paths begin where Liquibase searches, which may lie above or below the bundle's own root. */
record LiquibasePaths(Bundle bundle) {

    /**
     * A changelog.
     *
     * @param path as Liquibase stores it
     * @param file in the bundle
     */
    record Place(String path, String file) {

        Place sibling(String relative) {
            return new Place(normalized(folder(path) + relative), normalized(folder(file) + relative));
        }

        private static String folder(String path) {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }
    }

    /** As Liquibase keeps paths ({@code changelog/DatabaseChangeLog.java}, normalizePath). */
    static String normalized(String path) {
        var plain = path.replace('\\', '/').replaceFirst("^classpath\\*?:", "").replaceFirst("^[A-Za-z]:", "");
        var parts = new ArrayDeque<String>();
        for (var part : plain.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** The file that one names, seen from another: below the nearest folder above it, or by the end of its own path. */
    Optional<Place> file(String named, Place from) {
        var path = normalized(named);
        return candidates(path, from.file())
                .filter(bundle.files()::containsKey)
                .findFirst()
                .map(file -> new Place(path, file));
    }

    /** The files below a folder that one names, in the order of their paths. */
    List<Place> folder(String named, Place from, boolean relative) {
        var path = relative ? from.sibling(named).path() : normalized(named);
        var found = relative
                ? Optional.of(from.sibling(named).file())
                : candidates(path, from.file()).filter(this::holdsFiles).findFirst();
        return found.stream()
                .flatMap(folder -> bundle.files().keySet().stream()
                        .filter(file -> folder.isEmpty() || file.startsWith(folder + "/"))
                        .map(file -> new Place(
                                normalized(path + "/" + file.substring(folder.isEmpty() ? 0 : folder.length() + 1)),
                                file)))
                .toList();
    }

    private boolean holdsFiles(String folder) {
        return bundle.files().keySet().stream().anyMatch(file -> file.startsWith(folder + "/"));
    }

    private static Stream<String> candidates(String path, String from) {
        var above = Stream.iterate(
                        from.lastIndexOf('/'), slash -> slash >= 0, slash -> from.lastIndexOf('/', slash - 1))
                .map(slash -> from.substring(0, slash + 1) + path);
        var below = Stream.iterate(path.indexOf('/'), slash -> slash >= 0, slash -> path.indexOf('/', slash + 1))
                .map(slash -> path.substring(slash + 1));
        return Stream.concat(Stream.concat(Stream.of(path), above), below);
    }
}
