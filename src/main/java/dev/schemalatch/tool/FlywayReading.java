package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import dev.schemalatch.tool.FlywayFile.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Holds files against rows as {@code flyway info} does ({@code internal/info/MigrationInfoServiceImpl.java}). */
final class FlywayReading {

    private final List<Entry> files;
    private final List<FlywayRow> rows;
    private final List<Applied> applied = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<Migration> settled = new HashSet<>();
    private final Optional<FlywayVersion> last;

    /** A migration with what its name says. */
    private record Entry(Migration migration, FlywayFile file) {

        boolean atMost(FlywayVersion version) {
            return file.version().filter(own -> own.compareTo(version) <= 0).isPresent();
        }
    }

    private FlywayReading(MigrationFiles files, List<FlywayRow> rows) {
        this.files = files.migrations().stream()
                .flatMap(migration -> FlywayFile.of(migration.path()).map(file -> new Entry(migration, file)).stream())
                .toList();
        this.rows = rows;
        this.last = lastApplied();
    }

    static Reading of(MigrationFiles files, List<Row> rows) {
        return new FlywayReading(files, rows.stream().map(FlywayHistory::row).toList()).read();
    }

    private Reading read() {
        baselineMark().ifPresent(this::resolve);
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).ran()) {
                ran(rows.get(i), rows.subList(i + 1, rows.size()));
            }
        }
        return new Reading(
                files.stream().filter(this::isShipped).map(Entry::migration).toList(), applied, notes);
    }

    private Optional<FlywayRow> baselineMark() {
        return rows.stream()
                .filter(row -> row.isBaselineMark() && row.version().isPresent())
                .max(Comparator.comparing(row -> row.version().orElseThrow()));
    }

    /** What a baseline stands for: the files up to its version, or the one script that makes all of them. */
    private void resolve(FlywayRow mark) {
        var version = mark.version().orElseThrow();
        var older = files.stream()
                .filter(entry -> entry.file().kind() == Kind.VERSIONED && entry.atMost(version))
                .toList();
        var stands = older.isEmpty()
                ? files.stream()
                        .filter(entry -> entry.file().kind() == Kind.BASELINE && entry.atMost(version))
                        .reduce((one, newer) -> newer)
                        .map(List::of)
                        .orElse(List.of())
                : older;
        for (var entry : stands) {
            if (rows.stream().noneMatch(row -> row.ran() && row.isOf(entry.file()))) {
                var row = mark.applied(entry.migration().name(), State.RESOLVED);
                applied.add(row);
                settled.add(entry.migration());
            }
        }
        if (stands.isEmpty()) {
            notes.add(
                    "the baseline at version %s stands for what was there before Flyway, and no file makes that: what it had is taken for changes by hand"
                            .formatted(version));
        }
    }

    private void ran(FlywayRow row, List<FlywayRow> later) {
        var entry = files.stream().filter(one -> row.isOf(one.file())).findFirst();
        var name = entry.map(one -> one.migration().name()).orElse(row.script());
        var said = later.stream().filter(row::speaksOf).toList();
        if (said.stream().anyMatch(other -> other.ran() && other.repeatable() && other.success())
                || said.stream().anyMatch(FlywayRow::isDeletion)) {
            superseded(row, said);
            return;
        }
        entry.ifPresent(one -> settled.add(one.migration()));
        if (said.stream().anyMatch(other -> other.isUndo() && other.success())) {
            applied.add(row.applied(name, State.ROLLED_BACK));
            return;
        }
        var plain = row.applied(name, row.success() ? State.FINISHED : State.FAILED);
        applied.add(
                entry.filter(one -> isOutdated(one.migration(), plain)).isPresent() ? plain.as(State.OUTDATED) : plain);
        entry.ifPresent(one -> compareDescription(one, row));
    }

    private void superseded(FlywayRow row, List<FlywayRow> said) {
        if (said.stream().anyMatch(FlywayRow::isDeletion) && said.stream().noneMatch(FlywayRow::ran)) {
            notes.add("%s is marked as deleted: its file is gone, and Flyway does not ask for it any more"
                    .formatted(row.script()));
        }
    }

    private boolean isOutdated(Migration migration, Applied row) {
        return row.state() == State.FINISHED
                && FlywayFile.of(migration.path())
                        .filter(file -> file.kind() == Kind.REPEATABLE)
                        .isPresent()
                && !migration.matches(row);
    }

    private void compareDescription(Entry entry, FlywayRow row) {
        var stored = entry.file().storedDescription();
        if (!row.repeatable()
                && !row.description().equals(stored)
                && !entry.file().code()) {
            notes.add("%s was applied as %s: flyway validate refuses another description"
                    .formatted(entry.migration().name(), row.script()));
        }
    }

    /** What has a row, and what Flyway would still run here. */
    private boolean isShipped(Entry entry) {
        if (settled.contains(entry.migration()) || entry.file().kind() == Kind.REPEATABLE) {
            return true;
        }
        var version = entry.file().version().orElseThrow();
        var floor = last.isEmpty() ? newestBaselineScript() : appliedBaseline();
        if (entry.file().kind() == Kind.BASELINE) {
            return last.isEmpty() && floor.filter(version::isSame).isPresent();
        }
        if (floor.filter(from -> version.compareTo(from) <= 0).isPresent()) {
            return false;
        }
        if (last.filter(newest -> version.compareTo(newest) < 0).isPresent()) {
            notes.add(
                    "%s is older than the newest applied version %s: flyway migrate leaves it out unless outOfOrder is set"
                            .formatted(entry.migration().name(), last.get()));
        }
        return true;
    }

    private Optional<FlywayVersion> newestBaselineScript() {
        return files.stream()
                .filter(entry -> entry.file().kind() == Kind.BASELINE)
                .flatMap(entry -> entry.file().version().stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<FlywayVersion> appliedBaseline() {
        return rows.stream()
                .filter(row -> row.isBaselineMark() || (row.isBaselineScript() && row.success()))
                .flatMap(row -> row.version().stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<FlywayVersion> lastApplied() {
        var takenBack = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).isDeletion() || rows.get(i).isUndo())
                .boxed()
                .toList();
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).ran() || rows.get(i).isBaselineMark())
                .filter(i -> takenBack.stream()
                        .noneMatch(later -> later > i && rows.get(later).speaksOf(rows.get(i))))
                .boxed()
                .flatMap(i -> rows.get(i).version().stream())
                .max(Comparator.naturalOrder());
    }
}
