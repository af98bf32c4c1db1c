package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.tool.Script.Mode;
import dev.schemalatch.tool.Script.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of dbmate ({@code FindMigrations} in {@code pkg/dbmate/db.go}): right in one folder, in the order of their names. */
record DbmateFiles(Bundle bundle) {

    private static final Pattern NAME = Pattern.compile("([0-9]+).*\\.sql", Pattern.UNIX_LINES);

    /** Folders with files that nobody but dbmate reads. */
    ScriptFolder annotated() {
        var files = new TreeMap<>(bundle.files());
        files.keySet().removeIf(path -> !path.endsWith(".sql") || !DbmateBlocks.begins(bundle.text(path)));
        return folders(new Bundle(bundle.origin(), bundle.shape(), files, bundle.directories()));
    }

    private static ScriptFolder folders(Bundle files) {
        return new ScriptFolder(files, 1, name -> version(name).isPresent());
    }

    /** @throws dev.schemalatch.failure.FailedException {@code LayoutUnknown} */
    MigrationFiles read() {
        var annotated = annotated();
        var folder = (annotated.candidates().isEmpty() ? folders(bundle) : annotated)
                .path("dbmate (<version>_<name>.sql with a line '-- migrate:up')");
        var migrations = new TreeMap<String, Migration>();
        List<String> notes = new ArrayList<>();
        for (var name : ScriptFolder.names(bundle, folder)) {
            version(name).ifPresent(version -> {
                var migration = migration(version, folder + name, name, notes);
                var first = migrations.values().stream()
                        .filter(other -> other.id().equals(version))
                        .findFirst();
                first.ifPresentOrElse(
                        other -> notes.add(twice(other, migration)), () -> migrations.put(name, migration));
            });
        }
        return new MigrationFiles(List.copyOf(migrations.values()), notes);
    }

    // its row is there when its turn comes, so that it fails once and counts as applied from then on
    private static String twice(Migration first, Migration second) {
        return "%s: left out, since it has the version of %s; dbmate never applies it, and counts it as applied"
                .formatted(second.name(), first.name());
    }

    private Migration migration(String version, String path, String name, List<String> notes) {
        var stem = name.substring(0, name.length() - ".sql".length());
        var blocks = DbmateBlocks.of(bundle.text(path));
        blocks.unreadable()
                .ifPresent(why -> notes.add("%s: dbmate does not run this file, since %s".formatted(stem, why)));
        if (blocks.ups().size() > 1) {
            notes.add(
                    "%s: dbmate records it after its first '-- migrate:up', and fails at the second; what follows never runs"
                            .formatted(stem));
        }
        var content = blocks.unreadable().isPresent() ? new Content.Lacking() : new Content.Sql(script(blocks.ups()));
        return new Migration(version, stem, path, content, Set.of());
    }

    // the second block's row cannot be written, so that its statements stay only where no transaction takes them back
    private static Script script(List<DbmateBlocks.Up> ups) {
        var first = ups.get(0);
        var block = new Part(first.sql(), first.line());
        if (ups.size() == 1 || ups.get(1).transaction()) {
            return new Script(List.of(block), first.transaction() ? Mode.IN_TRANSACTION : Mode.AS_IT_IS);
        }
        var second = new Part(ups.get(1).sql(), ups.get(1).line());
        return new Script(
                first.transaction()
                        ? List.of(new Part("BEGIN", first.line()), block, new Part("COMMIT", second.line()), second)
                        : List.of(block, second),
                Mode.AS_IT_IS);
    }

    private static Optional<String> version(String name) {
        var file = NAME.matcher(name);
        return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
    }
}
