package dev.schemalatch.postgres;

import java.time.Duration;

/**
 * What one connection may cost.
 *
 * @param time wall clock from before the first packet to the end of the last answer
 * @param bytes how much the server may send
 */
public record Limits(Duration time, long bytes) {

    /** Time to make a connection and to log in. */
    static final Duration CONNECT = Duration.ofSeconds(10);

    /** Enough for the catalogs of some hundred thousand objects. */
    private static final long READING_BYTES = 128L << 20;

    /** Migrations say little; what says much is a loop. */
    private static final long REPLAYING_BYTES = 64L << 20;

    public static Limits replaying(Duration time) {
        return new Limits(time, REPLAYING_BYTES);
    }

    public static Limits reading(Duration time) {
        return new Limits(time, READING_BYTES);
    }
}
