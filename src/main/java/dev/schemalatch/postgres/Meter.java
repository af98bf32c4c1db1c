package dev.schemalatch.postgres;

import java.io.IOException;

/** Counts what a server sends on one connection, and ends it past its budget: notices alone could fill the memory. */
final class Meter {

    private final long budget;
    private long read;

    Meter(long budget) {
        this.budget = budget;
    }

    /** @throws Exceeded past the budget */
    void count(long bytes) throws IOException {
        read += Math.max(0, bytes);
        if (read > budget) {
            throw new Exceeded(budget);
        }
    }

    /** The server has sent more than the connection's budget. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        private final long budget;

        Exceeded(long budget) {
            super("the server sent more than " + (budget >> 20) + " MB");
            this.budget = budget;
        }

        long budget() {
            return budget;
        }
    }
}
