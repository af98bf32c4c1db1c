package dev.schemalatch.postgres;

import java.io.IOException;
import java.time.Duration;

/**
 * A point in time that no work goes on past.
 *
 * @param nanos of {@link System#nanoTime}
 */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    Deadline atMost(Duration time) {
        return remaining().compareTo(time) <= 0 ? this : in(time);
    }

    /**
     * How long a single wait may last, in ms, at least 1.
     *
     * @param requested in ms; 0 means for ever
     */
    int wait(int requested) throws Passed {
        var left = remaining().toMillis();
        if (left == 0) {
            throw new Passed();
        }
        return (int) Math.min(requested == 0 ? Integer.MAX_VALUE : requested, left);
    }

    boolean passed() {
        return remaining().isZero();
    }

    /** The deadline has passed. Not a {@code SocketTimeoutException}: the driver takes those for an invitation to retry. */
    static final class Passed extends IOException {
        private static final long serialVersionUID = 1L;

        Passed() {
            super("the time for this connection is over");
        }
    }
}
