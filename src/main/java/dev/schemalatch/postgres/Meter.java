package dev.schemalatch.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Counts what a server sends on one connection, and ends it past its budget: notices alone could fill the memory. */
final class Meter {

    /** {@code maxResultBuffer} exceeded. */
    private static final String DRIVERS_OWN = "08S01";

    private final long budget;
    private final Optional<Frames> frames;
    private long read;

    private Meter(long budget, Optional<Frames> frames) {
        this.budget = budget;
        this.frames = frames;
    }

    /** For a connection that may become encrypted. */
    static Meter counting(long budget) {
        return new Meter(budget, Optional.empty());
    }

    /** For one that never does: the size of its messages can be seen coming. */
    static Meter following(long budget) {
        return new Meter(budget, Optional.of(new Frames(budget)));
    }

    /** @throws Exceeded past the budget */
    void count(byte[] buffer, int offset, int bytes) throws IOException {
        read += Math.max(0, bytes);
        if (read > budget) {
            throw new Exceeded(budget);
        }
        if (frames.isPresent()) {
            frames.get().follow(buffer, offset, bytes);
        }
    }

    /** Whether a connection ended so. A single row too large is noticed by the driver itself, before it takes it in. */
    static boolean exceededBy(SQLException e) {
        return ConnectFailures.causes(e).anyMatch(Exceeded.class::isInstance)
                || DRIVERS_OWN.equals(e.getSQLState())
                        && ConnectFailures.server(e).isEmpty();
    }

    /** The server has sent more than the connection's budget. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(long budget) {
            super("the server sent more than " + (budget >> 20) + " MB");
        }
    }
}
