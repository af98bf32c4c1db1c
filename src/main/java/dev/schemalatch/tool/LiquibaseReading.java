package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import dev.schemalatch.tool.LiquibaseChangeSet.Again;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds changesets against rows: by id, author and path, whatever their case ({@code changelog/RanChangeSet.java}). */
final class LiquibaseReading {

    private final List<Known> known = new ArrayList<>();

    /** A migration with what it is called by. */
    private record Known(Migration migration, LiquibaseKey key) {}

    private LiquibaseReading(MigrationFiles files) {
        files.migrations().forEach(migration -> LiquibaseKey.of(migration.id())
                .ifPresent(key -> known.add(new Known(migration, key))));
    }

    static Reading of(MigrationFiles files, List<Row> rows) {
        var reading = new LiquibaseReading(files);
        // there is no key: the newest of several rows counts
        var applied = new LinkedHashMap<String, Applied>();
        rows.stream().map(reading::applied).forEach(row -> {
            applied.remove(row.name());
            applied.put(row.name(), row);
        });
        return reading.reading(List.copyOf(applied.values()));
    }

    /** Liquibase goes in order: what it passed over, with contexts or labels, is not for this database. */
    private Reading reading(List<Applied> applied) {
        var done = applied.stream().map(Applied::name).collect(Collectors.toSet());
        var last = IntStream.range(0, known.size())
                .filter(i -> done.contains(known.get(i).migration().name()))
                .reduce(-1, (one, later) -> later);
        var passed = known.subList(0, last + 1).stream()
                .filter(one ->
                        one.key().filtered() && !done.contains(one.migration().name()))
                .map(Known::migration)
                .toList();
        var notes = passed.stream()
                .map(one -> one.name() + " was passed over for its contexts or labels: it does not count as pending")
                .toList();
        return new Reading(
                known.stream()
                        .map(Known::migration)
                        .filter(one -> !passed.contains(one))
                        .toList(),
                applied,
                notes);
    }

    private Applied applied(Row row) {
        var path = LiquibasePaths.normalized(row.text("filename"));
        var found = find(row.text("id"), row.text("author"), path);
        var name = found.map(one -> one.migration().name())
                .orElseGet(() -> path + "::" + row.text("id") + "::" + row.text("author"));
        var plain = Applied.of(name, row.text("exectype").equals("MARK_RAN") ? State.RESOLVED : State.FINISHED, row);
        return found.filter(one -> one.key().again() != Again.NEVER
                                && !one.migration().matches(plain))
                        .isPresent()
                ? plain.as(State.OUTDATED)
                : plain;
    }

    private Optional<Known> find(String id, String author, String path) {
        var called =
                known.stream().filter(one -> one.key().isCalled(id, author)).toList();
        var exactly = called.stream()
                .filter(one -> one.key().path().equalsIgnoreCase(path))
                .findFirst();
        if (exactly.isPresent()) {
            return exactly;
        }
        var near = called.stream()
                .filter(one -> one.key().isNear(path) || ("/" + one.migration().path()).endsWith("/" + path))
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }
}
