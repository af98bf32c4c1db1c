package dev.schemalatch.tool;

import dev.schemalatch.sql.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of a tool's history table, as the tool itself reads it.
 *
 * @param checksum as stored; empty where the tool stores none
 * @param state what the row says of the migration
 * @param startedAt when it began, where the tool records that
 * @param finishedAt when it was done, where the tool records that
 * @param log what the tool wrote about its failure; may hold SQL and values, so it is never shown as it is
 * @param age how many transactions ago the row was last written ({@code age(xmin)}): evidence for what a migration that the
 *     files lack may have made
 */
public record Applied(
        String name,
        Optional<String> checksum,
        State state,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> log,
        OptionalLong age) {

    /** What one history row says. */
    public enum State {
        /** Run by the tool to its end. */
        FINISHED,
        /** Recorded as applied by hand, without having been run (a baseline, {@code resolve --applied}). */
        RESOLVED,
        /** Run to its end with other content than the file has now, which the tool means to run again: a repeatable one. */
        OUTDATED,
        /** Begun, and ended by an error that the tool saw. */
        FAILED,
        /** Begun and not finished; whether by an error or because the tool vanished is not said. */
        UNFINISHED,
        /** Begun or done, and marked as rolled back since. */
        ROLLED_BACK
    }

    /**
     * A row by the columns that queries of all tools call alike: {@code checksum}, {@code started} and {@code ended} (seconds of the
     * epoch), {@code log}, {@code age}; each may be absent.
     */
    public static Applied of(String name, State state, Row row) {
        return new Applied(
                name,
                row.optional("checksum"),
                state,
                row.instant("started"),
                row.instant("ended"),
                row.optional("log"),
                row.number("age").map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    /** The same under another name. */
    public Applied named(String other) {
        return new Applied(other, checksum, state, startedAt, finishedAt, log, age);
    }

    /** The same in another state. */
    public Applied as(State other) {
        return new Applied(name, checksum, other, startedAt, finishedAt, log, age);
    }

    public boolean done() {
        return state == State.FINISHED || state == State.RESOLVED;
    }

    /** Whether it began and did not end as it should. */
    public boolean stopped() {
        return state == State.FAILED || state == State.UNFINISHED;
    }
}
