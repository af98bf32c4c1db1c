package dev.schemalatch.history;

import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the migration tool's own table says of the files, told apart as the tool itself tells it.
 *
 * @param table whether there is a history at all
 * @param relation how files and history stand to each other
 * @param shipped names of all migrations in the files, in the tool's order
 * @param applied what the history says is done, oldest first; also what the files do not hold
 * @param pending in the files, not applied, in the tool's order
 * @param missing applied or begun, not in the files; one entry per history row
 * @param failed begun and not finished
 * @param edited applied with other content than the file has now
 * @param rolledBack marked as rolled back and not applied since
 * @param lastCommon where files and history diverge, the last file before the first pending one; what Prisma calls so, though
 *     it need not be applied
 */
public record History(
        Table table,
        Relation relation,
        List<String> shipped,
        List<Done> applied,
        List<String> pending,
        List<String> missing,
        List<Failed> failed,
        List<String> edited,
        List<String> rolledBack,
        Optional<String> lastCommon) {

    public History {
        shipped = List.copyOf(shipped);
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        missing = List.copyOf(missing);
        failed = List.copyOf(failed);
        edited = List.copyOf(edited);
        rolledBack = List.copyOf(rolledBack);
    }

    /** Whether the database has the tool's history table. */
    public enum Table {
        PRESENT,
        /** No history table, and nothing else either: everything is simply pending. */
        ABSENT_DATABASE_EMPTY,
        /** No history table, but objects: the tool will refuse to start until a baseline is recorded. */
        ABSENT_BASELINE_NEEDED
    }

    /** How files and history stand to each other. */
    public enum Relation {
        IN_SYNC,
        /** The files hold more. */
        BEHIND,
        /** The database holds more. */
        AHEAD,
        /** Each holds what the other lacks. */
        DIVERGED
    }

    /**
     * A migration that is applied.
     *
     * @param at when it was done
     * @param resolved recorded by hand, without having been run by the tool
     * @param again after an earlier attempt that is marked as rolled back
     */
    public record Done(String name, Optional<Instant> at, boolean resolved, boolean again) {

        public Done(String name, Optional<Instant> at, boolean resolved) {
            this(name, at, resolved, false);
        }
    }

    /**
     * A migration that began and did not finish.
     *
     * @param at when it began
     * @param state how it came to that, as far as the history and the tool's lock tell
     * @param stoppedAt the statement of its file at which the database stands: {@code statement 3 of 7}
     */
    public record Failed(String name, Optional<Instant> at, State state, Optional<String> stoppedAt) {

        public Failed(String name, Optional<Instant> at, State state) {
            this(name, at, state, Optional.empty());
        }

        /** Why a migration is unfinished. */
        public enum State {
            /** The tool holds its lock: it is at work. */
            RUNNING,
            /** The tool saw an error and wrote it down. */
            FAILED,
            /** The tool vanished; the server may have committed the work all the same. */
            CRASHED
        }
    }

    /**
     * The files against the rows of the history table, as the tool reads both.
     *
     * @param lockHeld whether someone holds the tool's lock in this database
     */
    public static History compare(Reading reading, boolean lockHeld) {
        return new Comparison(reading, lockHeld).history();
    }

    /**
     * The files against a database without a history table: all of them are pending.
     *
     * @param databaseEmpty whether there is nothing that makes the tool ask for a baseline
     */
    public static History withoutTable(List<Migration> shipped, boolean databaseEmpty) {
        var names = shipped.stream().map(Migration::name).toList();
        return new History(
                databaseEmpty ? Table.ABSENT_DATABASE_EMPTY : Table.ABSENT_BASELINE_NEEDED,
                Comparison.relation(!names.isEmpty(), false),
                names,
                List.of(),
                names,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The same, with the statements that failed migrations stop at, by name. */
    public History stoppedAt(Map<String, String> statements) {
        var stopped = failed.stream()
                .map(failure -> new Failed(
                        failure.name(),
                        failure.at(),
                        failure.state(),
                        Optional.ofNullable(statements.get(failure.name()))))
                .toList();
        return new History(
                table, relation, shipped, applied, pending, missing, stopped, edited, rolledBack, lastCommon);
    }

    /** The newest entry that says a migration is done. */
    public Optional<Done> lastApplied() {
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.get(applied.size() - 1));
    }
}
