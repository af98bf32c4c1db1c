package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The one row of golang-migrate's table: the version that the database is at. All that is known of lower versions is that the tool
 * counts them as applied.
 *
 * @param dirty whether a file was begun and not finished; while it runs, too
 * @param age of the row
 */
record GolangMigrateState(BigInteger version, boolean dirty, OptionalLong age) {

    private static final String ONE_ROW =
            "history: golang-migrate records one version, and counts every file below it as applied; whether each of them ran"
                    + " only the schema can tell";

    static GolangMigrateState of(Row row) {
        return new GolangMigrateState(
                new BigInteger(row.text("version")),
                row.flag("dirty"),
                row.number("age").map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    Reading read(MigrationFiles files) {
        List<Applied> applied = new ArrayList<>();
        for (var migration : files.migrations()) {
            if (new BigInteger(migration.id()).compareTo(version) < 0) {
                applied.add(applied(migration.name(), State.FINISHED, OptionalLong.empty()));
            }
        }
        current(files).ifPresent(name -> applied.add(applied(name, dirty ? State.UNFINISHED : State.FINISHED, age)));
        var notes = Stream.of(Optional.of(ONE_ROW).filter(note -> applied.size() > 1), dirtyNote(files))
                .flatMap(Optional::stream)
                .toList();
        return new Reading(files.migrations(), applied, notes);
    }

    // version -1 is left, dirty, where the way down from the first one failed
    private Optional<String> current(MigrationFiles files) {
        if (version.signum() < 0) {
            return dirty ? files.migrations().stream().findFirst().map(Migration::name) : Optional.empty();
        }
        return Optional.of(files.withId(version.toString()).map(Migration::name).orElse(version.toString()));
    }

    private Optional<String> dirtyNote(MigrationFiles files) {
        if (!dirty) {
            return Optional.empty();
        }
        var next = files.migrations().stream()
                .filter(migration -> new BigInteger(migration.id()).compareTo(version) > 0)
                .findFirst()
                .map(Migration::name);
        if (version.signum() < 0) {
            return Optional.of("history: dirty at no version, so the way down from the first migration did not end");
        }
        return Optional.of("history: dirty at version %s: its way up did not end, or the way down from %s"
                .formatted(version, next.orElse("a version above it")));
    }

    private static Applied applied(String name, State state, OptionalLong age) {
        return new Applied(name, Optional.empty(), state, Optional.empty(), Optional.empty(), Optional.empty(), age);
    }
}
