package dev.schemalatch.history;

import static java.util.stream.Collectors.toMap;

import dev.schemalatch.history.History.Done;
import dev.schemalatch.history.History.Failed;
import dev.schemalatch.history.History.Relation;
import dev.schemalatch.tool.Applied;
import dev.schemalatch.tool.Applied.State;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds files against history rows by one rule for all tools, which is that of Prisma's {@code diagnoseMigrationHistory} (since
 * 7.9.1): rows that are marked as rolled back do not count, and of several rows with one name the first does. What a tool means to
 * run again is pending.
 */
final class Comparison {

    private final List<Migration> shipped;
    private final List<Applied> rows;
    private final List<Applied> live;
    private final Map<String, Applied> firstByName;
    private final boolean lockHeld;

    Comparison(Reading reading, boolean lockHeld) {
        this.shipped = reading.shipped();
        this.rows = reading.applied();
        this.live =
                rows.stream().filter(row -> row.state() != State.ROLLED_BACK).toList();
        this.firstByName =
                live.stream().collect(toMap(Applied::name, row -> row, (first, later) -> first, HashMap::new));
        this.lockHeld = lockHeld;
    }

    History history() {
        var pending = pending();
        var missing = missing();
        return new History(
                History.Table.PRESENT,
                relation(!pending.isEmpty(), !missing.isEmpty()),
                shipped.stream().map(Migration::name).toList(),
                applied(),
                pending,
                missing,
                failed(),
                edited(),
                rolledBack(),
                pending.isEmpty() || missing.isEmpty() ? Optional.empty() : fileBefore(pending.get(0)));
    }

    static Relation relation(boolean pending, boolean missing) {
        if (pending) {
            return missing ? Relation.DIVERGED : Relation.BEHIND;
        }
        return missing ? Relation.AHEAD : Relation.IN_SYNC;
    }

    private List<String> pending() {
        return shipped.stream().map(Migration::name).filter(this::isOpen).toList();
    }

    private boolean isOpen(String name) {
        var row = firstByName.get(name);
        return row == null || row.state() == State.OUTDATED;
    }

    private List<String> missing() {
        Set<String> files = new HashSet<>();
        shipped.forEach(migration -> files.add(migration.name()));
        return live.stream()
                .map(Applied::name)
                .filter(name -> !files.contains(name))
                .toList();
    }

    private List<String> edited() {
        return shipped.stream()
                .filter(migration -> {
                    var row = firstByName.get(migration.name());
                    return row != null && row.state() != State.OUTDATED && !migration.matches(row);
                })
                .map(Migration::name)
                .toList();
    }

    private List<Done> applied() {
        var done = new LinkedHashMap<String, Done>();
        Set<String> undone = new HashSet<>();
        for (var row : rows) {
            if (row.state() == State.ROLLED_BACK) {
                undone.add(row.name());
            } else if (row.done()) {
                done.putIfAbsent(
                        row.name(),
                        new Done(
                                row.name(),
                                row.finishedAt(),
                                row.state() == State.RESOLVED,
                                undone.contains(row.name())));
            }
        }
        return List.copyOf(done.values());
    }

    private List<Failed> failed() {
        var unfinished = live.stream().filter(Applied::stopped).toList();
        // a tool applies one migration at a time: only the last one begun can be at work
        var running = lockHeld
                ? unfinished.stream().reduce((earlier, later) -> later).filter(row -> !sawItsError(row))
                : Optional.<Applied>empty();
        return unfinished.stream()
                .map(row -> new Failed(row.name(), row.startedAt(), state(row, running)))
                .toList();
    }

    private static Failed.State state(Applied row, Optional<Applied> running) {
        if (sawItsError(row)) {
            return Failed.State.FAILED;
        }
        return running.filter(row::equals).isPresent() ? Failed.State.RUNNING : Failed.State.CRASHED;
    }

    private static boolean sawItsError(Applied row) {
        return row.state() == State.FAILED || row.log().isPresent();
    }

    private List<String> rolledBack() {
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.add(row.name()));
        names.removeAll(firstByName.keySet());
        return List.copyOf(names);
    }

    private Optional<String> fileBefore(String name) {
        var names = shipped.stream().map(Migration::name).toList();
        var position = names.indexOf(name);
        return position > 0 ? Optional.of(names.get(position - 1)) : Optional.empty();
    }
}
