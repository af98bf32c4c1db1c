package dev.schemalatch.tool;

import dev.schemalatch.tool.DrizzleMatch.Matched;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Drizzle does without a word. Up to 0.x it runs what the journal gives a later time than the latest row has, and nothing else
 * ({@code dialect.ts}).
 */
record DrizzleNotes(MigrationFiles files, List<Matched> matched) {

    List<String> all() {
        var notes = new ArrayList<String>();
        if (files.migrations().stream().noneMatch(DrizzleFiles::isInFolder)) {
            notes.addAll(neverRun());
            notes.addAll(runAgain());
            notes.addAll(named());
        }
        notes.addAll(unnamed());
        return notes;
    }

    private List<String> neverRun() {
        var applied = matched.stream()
                .flatMap(one -> one.migration().stream())
                .map(Migration::name)
                .collect(Collectors.toSet());
        return files.migrations().stream()
                .filter(migration -> !applied.contains(migration.name()))
                .filter(migration -> latest() >= time(migration))
                .map(migration -> Note.of(
                        "%s: drizzle-kit migrate will never run it and yet report success, since the journal gives it"
                                + " no later time than the history has (%d)",
                        migration.name(), latest()))
                .toList();
    }

    private List<String> runAgain() {
        return matched.stream()
                .filter(Matched::movedInTime)
                .flatMap(one -> one.migration().stream())
                .filter(migration -> latest() < time(migration))
                .map(migration -> Note.of(
                        "%s: applied, and drizzle-kit migrate will run it again, since the journal gives it a later"
                                + " time than the history has",
                        migration.name()))
                .distinct()
                .toList();
    }

    private List<String> named() {
        return matched.stream().anyMatch(one -> one.row().optional("name").isPresent())
                ? List.of("the history has names, as Drizzle 1.0 gives them, and the files still have a journal:"
                        + " drizzle-kit up gives them folders")
                : List.of();
    }

    private List<String> unnamed() {
        return matched.stream()
                .filter(one ->
                        one.migration().isEmpty() && one.row().optional("name").isEmpty())
                .map(one -> Note.of(
                        "%s: the time of a row whose migration the files lack; the SHA-256 of its file was %s",
                        DrizzleHistory.read(one.row()).name(), one.row().text("checksum")))
                .toList();
    }

    private long latest() {
        return matched.stream()
                .flatMap(one -> one.row().number("created").stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static long time(Migration migration) {
        return Long.parseLong(migration.id());
    }
}
