package dev.schemalatch.history;

import java.time.Instant;
import java.util.List;
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
 * @param lastCommon the last file before the first pending one, where files and history diverge
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
     */
    public record Failed(String name, Optional<Instant> at, State state) {
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

    public Optional<Done> lastApplied() {
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.get(applied.size() - 1));
    }
}
