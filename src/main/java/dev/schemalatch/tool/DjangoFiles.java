package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The migrations of all apps among the files of what may be a whole project (django/db/migrations/loader.py). */
record DjangoFiles(Bundle bundle) {

    private static final String PACKAGE = "__init__.py";

    /** {@code CERTAIN} for a package of migrations, {@code POSSIBLE} for files that only look so. */
    Claim claim() {
        var folders = folders().keySet();
        if (folders.isEmpty()) {
            return Claim.NONE;
        }
        return folders.stream().anyMatch(folder -> bundle.files().containsKey(folder + PACKAGE))
                ? Claim.CERTAIN
                : Claim.POSSIBLE;
    }

    /**
     * In the order in which {@code migrate} runs them on an empty database.
     *
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}
     */
    MigrationFiles migrations() {
        var found = new LinkedHashMap<String, Migration>();
        var apps = new DjangoApps(bundle);
        folders().forEach((folder, programs) -> {
            var label = apps.label(folder, programs);
            programs.forEach((name, program) -> {
                var migration = migration(label, folder, name, program);
                var other = found.put(migration.id(), migration);
                if (other != null) {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            "%s: %s and %s are both %s. Remove one, or name the folder of one project."
                                    .formatted(bundle.origin(), other.path(), migration.path(), migration.name()));
                }
            });
        });
        if (found.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin()
                            + " holds no migrations of Django: no <app>/migrations/<name>.py with class Migration.");
        }
        var graph = DjangoGraph.of(found.values(), Set.of());
        return new MigrationFiles(
                graph.orderOfAll().stream()
                        .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                        .toList(),
                List.of());
    }

    private static Migration migration(String label, String folder, String name, PythonProgram program) {
        var key = DjangoMigration.key(label, name);
        var declared = DjangoMigration.read(key, program).declared();
        return new Migration(key, key, folder + name + ".py", new Content.Code("Python", declared), Set.of());
    }

    /** Folders to their migrations; what pip installed is not the project's. */
    private Map<String, Map<String, PythonProgram>> folders() {
        return bundle.files().keySet().stream()
                .filter(path ->
                        path.endsWith(".py") && !path.contains("site-packages/") && !path.contains("dist-packages/"))
                .filter(path -> !"_~".contains(name(path).substring(0, 1)))
                .filter(path -> folder(path).isEmpty() || folder(path).matches("(.*/)?migrations/"))
                .filter(path -> bundle.text(path).contains("migrations.Migration"))
                .map(path -> Map.entry(path, PythonProgram.read(bundle.text(path))))
                .filter(entry -> DjangoMigration.isOne(entry.getValue()))
                .collect(Collectors.groupingBy(
                        entry -> folder(entry.getKey()),
                        TreeMap::new,
                        Collectors.toMap(
                                entry -> name(entry.getKey()),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new)));
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".py".length());
    }
}
