package dev.schemalatch.tool;

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
        /** Begun and not finished. */
        UNFINISHED,
        /** Begun, not finished, and marked as rolled back since. */
        ROLLED_BACK
    }

    public boolean done() {
        return state == State.FINISHED || state == State.RESOLVED;
    }
}
