package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.tool.FlywayFile.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Flyway's migrations in a bundle: versions in their order, then repeatables by their descriptions. */
final class FlywayFiles {

    private static final Pattern CALLBACK = Pattern.compile(
            "(?:before|after)(?:Each)?(?:Clean|Migrate|Undo|Validate|Baseline|Repair|Info|Repeatables|Versioned|Connect|CreateSchema)"
                    + "\\w*|createSchema(?:__.*)?");
    private static final Pattern UNDO = Pattern.compile("U[\\d._]+__.*");
    private static final Comparator<FlywayFile> ORDER = Comparator.<FlywayFile, Boolean>comparing(
                    file -> file.version().isEmpty())
            .thenComparing(
                    (one, other) -> one.version().isPresent() && other.version().isPresent()
                            ? one.version().get().compareTo(other.version().get())
                            : one.description().compareTo(other.description()))
            .thenComparing(FlywayFile::kind, Comparator.comparing(kind -> kind == Kind.BASELINE));

    private final Bundle bundle;
    private final Map<String, String> given;
    private final List<String> notes = new ArrayList<>();

    /** A file with where it is. */
    private record Found(String path, FlywayFile file) {}

    FlywayFiles(Project project) {
        this.bundle = project.bundle();
        this.given = project.options().placeholders();
    }

    static Claim claim(Bundle bundle) {
        return bundle.files().keySet().stream().anyMatch(path -> FlywayFile.of(path)
                        .filter(file -> file.telling(path))
                        .isPresent())
                ? Claim.CERTAIN
                : Claim.NONE;
    }

    MigrationFiles files() {
        var folder = new FlywayFolder(bundle);
        var paths = folder.paths();
        var found = found(paths);
        if (found.isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    bundle.origin()
                            + " holds no migrations of Flyway: no V1__name.sql, R__name.sql or B1__name.sql. Name the"
                            + " folder that holds them.");
        }
        var root = folder.root();
        var migrations = found.stream()
                .map(one ->
                        migration(one, one.path().startsWith(root) ? one.path().substring(root.length()) : one.path()))
                .toList();
        paths.forEach(this::note);
        return new MigrationFiles(migrations, notes);
    }

    private List<Found> found(List<String> paths) {
        var found = new ArrayList<Found>();
        for (var path : paths) {
            FlywayFile.of(path).map(file -> new Found(path, file)).ifPresent(one -> add(found, one));
        }
        found.sort(Comparator.comparing(Found::file, ORDER));
        return found;
    }

    private static void add(List<Found> found, Found one) {
        var same =
                found.stream().filter(other -> other.file().sameAs(one.file())).findFirst();
        // a compiled class and its source are one migration
        if (same.isPresent() && same.get().file().code() && one.file().code()) {
            return;
        }
        if (same.isPresent()) {
            throw FailedException.of(
                    Reason.DuplicateMigration,
                    "%s and %s are the same migration to Flyway, which refuses both. Rename or remove one of them."
                            .formatted(same.get().path(), one.path()));
        }
        found.add(one);
    }

    private Migration migration(Found one, String name) {
        if (one.file().code()) {
            var language = one.path().endsWith(".kt") || one.path().endsWith(".kts") ? "Kotlin" : "Java";
            return new Migration(name, className(name), one.path(), new Content.Code(language), Set.of());
        }
        var script = new FlywayScript(one.file(), one.path(), bundle, placeholders(one.path()));
        script.unknown()
                .forEach(placeholder -> notes.add(
                        "%s: ${%s} has no value here. Name it: spec.migrations.placeholders in a resource, --placeholder %s=... on the command line."
                                .formatted(name, placeholder, placeholder)));
        return new Migration(name, name, one.path(), script.content(), script.checksums());
    }

    private static String className(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
    }

    private FlywayPlaceholders placeholders(String path) {
        var values = new TreeMap<String, String>();
        values.put("flyway:defaultSchema".toLowerCase(Locale.ROOT), "public");
        values.put("flyway:table", FlywayHistory.TABLE);
        values.put("flyway:filename", path.substring(path.lastIndexOf('/') + 1));
        values.put("flyway:environment", "default");
        given.forEach((name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
        return new FlywayPlaceholders(values);
    }

    private void note(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.toLowerCase(Locale.ROOT).endsWith(".sql")
                || FlywayFile.of(path).isPresent()) {
            return;
        }
        var stem = name.substring(0, name.length() - ".sql".length());
        if (CALLBACK.matcher(stem).matches()) {
            notes.add(path + " is a callback, which is not run here: what it changes is taken for a change by hand");
        } else if (!UNDO.matcher(stem).matches()) {
            notes.add(path + " is no migration to Flyway, by its name");
        }
    }

    /** Names of the migrations, for messages. */
    static String names(List<Migration> migrations) {
        return migrations.stream().map(Migration::name).collect(Collectors.joining(", "));
    }
}
