package dev.schemalatch.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When a check must be over, and what is left until then. */
record Deadline(InstantSource clock, Instant end) {

    /** What a step gets at the least, so that it can fail in its own words. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    static Deadline after(InstantSource clock, Duration timeout) {
        return new Deadline(clock, clock.instant().plus(timeout));
    }

    boolean passed() {
        return !clock.instant().isBefore(end);
    }

    Duration left() {
        var left = Duration.between(clock.instant(), end);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
