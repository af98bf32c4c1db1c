package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Atlas's files and revisions together ({@code Executor.Pending} in {@code sql/migrate/migrate.go}): what lies below a checkpoint
 * that this database began with never runs, nor does a checkpoint in a database that began before it; what lies below a baseline
 * counts as applied.
 */
final class AtlasReading {

    private static final long BASELINE = 1;
    private static final long RESOLVED = 4;

    private final MigrationFiles files;
    private final Map<String, Row> rows = new TreeMap<>();

    AtlasReading(MigrationFiles files, List<Row> rows) {
        this.files = files;
        rows.forEach(row -> this.rows.put(row.text("version"), row));
    }

    Reading read() {
        if (rows.isEmpty()) {
            var all = files.migrations();
            var checkpoint = all.stream().filter(AtlasReading::checkpoint).reduce((first, later) -> later);
            return new Reading(all.subList(checkpoint.map(all::indexOf).orElse(0), all.size()), List.of(), List.of());
        }
        var shipped = files.migrations().stream().filter(this::runs).toList();
        var applied = Stream.concat(
                        belowBaseline(shipped), rows.values().stream().map(this::applied))
                .toList();
        var verified = new AtlasVerification(files, rows).of(shipped);
        return new Reading(verified.shipped(), applied, List.of())
                .noting(verified.notes())
                .noting(outOfOrder(shipped));
    }

    private boolean runs(Migration migration) {
        return checkpoint(migration)
                ? rows.containsKey(migration.id())
                : !beganWithCheckpoint() || migration.id().compareTo(first()) > 0;
    }

    private boolean beganWithCheckpoint() {
        return files.withId(first()).filter(AtlasReading::checkpoint).isPresent();
    }

    private static boolean checkpoint(Migration migration) {
        return migration
                .script()
                .map(Script::text)
                .map(AtlasDirectives::new)
                .filter(AtlasDirectives::checkpoint)
                .isPresent();
    }

    private String first() {
        return rows.keySet().iterator().next();
    }

    private Stream<Applied> belowBaseline(List<Migration> shipped) {
        return baselined()
                ? shipped.stream()
                        .filter(migration -> migration.id().compareTo(first()) < 0)
                        .map(migration -> new Applied(
                                migration.name(),
                                Optional.empty(),
                                State.RESOLVED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty()))
                : Stream.empty();
    }

    private boolean baselined() {
        return has(rows.values().iterator().next(), BASELINE);
    }

    private Applied applied(Row row) {
        var version = row.text("version");
        var description = row.optional("description").filter(text -> !text.isEmpty());
        var name = files.withId(version)
                .map(Migration::name)
                .orElseGet(() -> version + description.map(text -> "_" + text).orElse(""));
        return Applied.of(name, state(row), row);
    }

    private State state(Row row) {
        if (has(row, BASELINE)) {
            return State.RESOLVED;
        }
        var failed = row.optional("log").isPresent();
        var partly = !row.number("applied").equals(row.number("total"));
        // what was set by hand is gone on with all the same where it is the last
        if ((failed || partly) && (!has(row, RESOLVED) || last(row))) {
            return failed ? State.FAILED : State.UNFINISHED;
        }
        return has(row, RESOLVED) ? State.RESOLVED : State.FINISHED;
    }

    private boolean last(Row row) {
        return rows.values().stream().reduce((first, later) -> later).equals(Optional.of(row));
    }

    private static boolean has(Row row, long type) {
        return row.number("type").filter(flags -> (flags & type) != 0).isPresent();
    }

    private List<String> outOfOrder(List<Migration> shipped) {
        List<String> notes = new ArrayList<>();
        var last = rows.keySet().stream().reduce((first, later) -> later).orElseThrow();
        for (var migration : shipped) {
            var id = migration.id();
            if (rows.containsKey(id) || id.compareTo(last) > 0 || baselined() && id.compareTo(first()) < 0) {
                continue;
            }
            notes.add(
                    id.compareTo(first()) < 0
                            ? "%s: older than version %s, which this database began with; Atlas never applies it"
                                    .formatted(migration.name(), first())
                            : "%s: older than version %s, which is applied; Atlas refuses to go on without --exec-order"
                                    .formatted(migration.name(), last));
        }
        return notes;
    }
}
