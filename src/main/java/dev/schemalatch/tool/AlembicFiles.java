package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The revisions among the files of what may be a whole project. */
record AlembicFiles(Bundle bundle) {

    private static final String ENVIRONMENT = "env.py";

    /** Whether there is a file that only Alembic's {@code script.py.mako} makes. */
    boolean recognized() {
        return candidates().stream().anyMatch(path -> declares(PythonProgram.read(bundle.text(path))));
    }

    /**
     * In the order in which Alembic applies them.
     *
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}
     */
    MigrationFiles migrations() {
        var found = new LinkedHashMap<String, Migration>();
        for (var path : candidates()) {
            revision(path).ifPresent(revision -> {
                var migration = migration(path, revision);
                var other = found.put(revision.id(), migration);
                if (other != null) {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            "%s: %s and %s are both the revision %s. Remove one."
                                    .formatted(bundle.origin(), other.path(), path, revision.id()));
                }
            });
        }
        if (found.isEmpty()) {
            throw unknown("holds no revisions of Alembic: no .py file with revision = and down_revision =");
        }
        oneEnvironment(found.values().stream().map(Migration::path).toList());
        var graph = new AlembicGraph(found.values());
        graph.check(bundle.origin());
        return new MigrationFiles(
                graph.order().stream()
                        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                        .toList(),
                graph.notes());
    }

    /** Files that Alembic would load from a folder of versions, and that can be revisions. */
    private List<String> candidates() {
        return bundle.files().keySet().stream()
                .filter(path -> path.endsWith(".py"))
                .filter(path -> !path.contains("site-packages/") && !path.contains("dist-packages/"))
                .filter(path ->
                        !file(path).startsWith("__init__") && !file(path).startsWith(".#"))
                .filter(path -> bundle.text(path).contains(AlembicRevision.DOWN))
                .toList();
    }

    private static boolean declares(PythonProgram program) {
        return program.value(AlembicRevision.DOWN).isPresent()
                && program.value("revision").isPresent();
    }

    private Optional<AlembicRevision> revision(String path) {
        var program = PythonProgram.read(bundle.text(path));
        return program.value(AlembicRevision.DOWN).map(down -> {
            var id = program.value("revision")
                    .map(value -> literal(path, "revision", value))
                    .orElseGet(() -> legacy(path));
            if (id.size() != 1) {
                throw unknown("says in " + path + " no revision that is one string");
            }
            return new AlembicRevision(
                    id.get(0),
                    literal(path, AlembicRevision.DOWN, down),
                    literal(path, AlembicRevision.DEPENDS, program),
                    literal(path, AlembicRevision.LABELS, program));
        });
    }

    /** Before 0.2 the file's name was the revision ({@code _legacy_rev}). */
    private static List<String> legacy(String path) {
        return stem(path).matches("[a-f0-9]+") ? List.of(stem(path)) : List.of();
    }

    private List<String> literal(String path, String name, PythonProgram program) {
        return program.value(name).map(value -> literal(path, name, value)).orElseGet(List::of);
    }

    private List<String> literal(String path, String name, PythonValue value) {
        if (!value.literal()) {
            throw unknown("computes " + name + " in " + path
                    + ", so that the order is known only when Python runs; write it as text");
        }
        return value.texts();
    }

    private static Migration migration(String path, AlembicRevision revision) {
        var stem = stem(path);
        return new Migration(
                revision.id(),
                stem.contains(revision.id()) ? stem : revision.id(),
                path,
                new Content.Code("Python", revision.declared()),
                Set.of());
    }

    /** Each folder with an env.py is a history of its own. */
    private void oneEnvironment(List<String> paths) {
        var environments = new TreeSet<String>();
        paths.forEach(path -> environment(path).ifPresent(environments::add));
        if (environments.size() > 1) {
            throw unknown("holds several environments of Alembic: "
                    + String.join(", ", environments.stream().limit(5).toList()) + ". Name one of these folders");
        }
    }

    private Optional<String> environment(String path) {
        var folders = new ArrayList<String>();
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash + 1));
        }
        return folders.reversed().stream()
                .filter(folder -> bundle.files().containsKey(folder + ENVIRONMENT))
                .findFirst();
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String stem(String path) {
        var file = file(path);
        return file.substring(0, file.length() - ".py".length());
    }

    private FailedException unknown(String what) {
        return FailedException.of(Reason.LayoutUnknown, bundle.origin() + " " + what + ".");
    }
}
