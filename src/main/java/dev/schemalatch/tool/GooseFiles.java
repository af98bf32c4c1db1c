package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.tool.Script.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of goose ({@code provider_collect.go}): right in one folder, SQL and Go, in the order of their versions. */
record GooseFiles(Bundle bundle) {

    private static final Pattern NAME = Pattern.compile("\\+?([0-9]+)_.*\\.(sql|go)", Pattern.DOTALL);
    private static final Pattern ANNOTATION =
            Pattern.compile("^--[^\\n]*\\+goose[ \\t]+(Up|Down)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** Folders with files that nobody but goose reads. */
    ScriptFolder annotated() {
        var files = new TreeMap<>(bundle.files());
        files.keySet()
                .removeIf(path -> !path.endsWith(".sql")
                        || !ANNOTATION.matcher(bundle.text(path)).find());
        return folders(new Bundle(bundle.origin(), bundle.shape(), files, bundle.directories()));
    }

    private static ScriptFolder folders(Bundle files) {
        return new ScriptFolder(files, 1, name -> version(name).isPresent());
    }

    /**
     * @param environment what {@code ENVSUB ON} puts in the place of names
     * @throws FailedException {@code LayoutUnknown}, {@code DuplicateMigration}
     */
    MigrationFiles read(Map<String, String> environment) {
        var annotated = annotated();
        var folder = (annotated.candidates().isEmpty() ? folders(bundle) : annotated)
                .path("goose (<version>_<name>.sql with a line '-- +goose Up')");
        Map<Long, Migration> migrations = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        for (var name : ScriptFolder.names(bundle, folder)) {
            version(name).ifPresent(version -> {
                var migration = migration(version, folder + name, name, environment, notes);
                var other = migrations.put(version, migration);
                if (other != null) {
                    throw FailedException.of(
                            Reason.DuplicateMigration,
                            "%s: %s and %s are both version %d, so goose refuses them. Rename one."
                                    .formatted(bundle.origin(), other.path(), migration.path(), version));
                }
            });
        }
        return new MigrationFiles(List.copyOf(migrations.values()), notes);
    }

    private Migration migration(
            long version, String path, String name, Map<String, String> environment, List<String> notes) {
        var stem = name.substring(0, name.lastIndexOf('.'));
        var content = name.endsWith(".go") ? new Content.Code("Go") : sql(path, stem, environment, notes);
        return new Migration(Long.toString(version), stem, path, content, Set.of());
    }

    private Content sql(String path, String stem, Map<String, String> environment, List<String> notes) {
        var read = GooseStatements.of(bundle.text(path), environment);
        read.unreadable()
                .ifPresent(why -> notes.add("%s: goose does not run this file, since %s".formatted(stem, why)));
        if (!read.variables().isEmpty()) {
            notes.add(
                    "%s: not run, since it takes variables of goose's environment that are not given: %s (placeholders)"
                            .formatted(
                                    stem,
                                    String.join(
                                            ", ",
                                            read.variables().stream().sorted().toList())));
            return new Content.Code("SQL with variables of the environment");
        }
        return read.unreadable().isPresent()
                ? new Content.Lacking()
                : new Content.Sql(new Script(read.parts(), read.transaction() ? Mode.IN_TRANSACTION : Mode.AS_IT_IS));
    }

    /** Empty where goose takes the file for none of its own; its command refuses the whole folder for some of those. */
    private static Optional<Long> version(String name) {
        if (name.endsWith("_test.go")) {
            return Optional.empty();
        }
        var file = NAME.matcher(name);
        return Optional.of(file)
                .filter(found -> found.matches()
                        && found.group(1).replaceFirst("^0+", "").length() < 19)
                .map(found -> Long.parseLong(found.group(1)))
                .filter(version -> version > 0);
    }
}
