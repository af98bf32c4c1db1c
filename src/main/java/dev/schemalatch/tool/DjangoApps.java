package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What Django calls the apps whose migrations a bundle holds: the label of {@code apps.py}, else the folder's name. */
record DjangoApps(Bundle bundle) {

    private static final String MIGRATIONS = "migrations/";

    /**
     * The label of the app that a folder of migrations is of.
     *
     * @param folder with a slash at its end, or empty
     * @param programs of the folder's migrations by their names
     * @throws FailedException {@code LayoutUnknown} where nothing in the bundle tells it
     */
    String label(String folder, Map<String, PythonProgram> programs) {
        var app = folder.endsWith(MIGRATIONS) ? folder.substring(0, folder.length() - MIGRATIONS.length()) : folder;
        return configured(app)
                .or(() -> last(app))
                .or(() -> told(programs))
                .orElseThrow(() -> FailedException.of(
                        Reason.LayoutUnknown,
                        bundle.origin()
                                + " does not tell which app of Django its migrations are of. Name the folder above"
                                + " <app>/migrations."));
    }

    private Optional<String> configured(String app) {
        var config = PythonProgram.read(bundle.text(app + "apps.py"));
        return config.classes().keySet().stream()
                .flatMap(name -> Stream.concat(
                        config.value(name, "label").texts().stream(),
                        config.value(name, "name").texts().stream().map(DjangoApps::afterDots)))
                .findFirst();
    }

    private static Optional<String> last(String app) {
        return app.isEmpty()
                ? Optional.empty()
                : Optional.of(app.substring(app.lastIndexOf('/', app.length() - 2) + 1, app.length() - 1));
    }

    /** Migrations of an app name the ones before them with the app's label. */
    private static Optional<String> told(Map<String, PythonProgram> programs) {
        return programs.entrySet().stream()
                .map(entry -> DjangoMigration.read(entry.getKey(), entry.getValue()))
                .flatMap(migration -> migration.dependencies().stream())
                .filter(key -> programs.containsKey(DjangoMigration.nameIn(key)))
                .map(DjangoMigration::app)
                .findFirst();
    }

    private static String afterDots(String module) {
        return List.of(module.split("\\.")).getLast();
    }
}
