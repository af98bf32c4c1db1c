package dev.schemalatch.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Cuts a connection at its deadline, from outside: what a blocked write, or a read of a Unix socket, does not notice by
 * itself.
 */
final class Watchdog implements AutoCloseable {

    private final Thread thread;

    Watchdog(Connection connection, Deadline deadline) {
        this.thread = Thread.ofVirtual().name("watchdog").start(() -> watch(connection, deadline));
    }

    private static void watch(Connection connection, Deadline deadline) {
        try {
            Thread.sleep(deadline.remaining());
            connection.abort(Runnable::run);
        } catch (InterruptedException workDone) {
            Thread.currentThread().interrupt();
        } catch (SQLException alreadyClosed) {
            // Then there is nothing left to cut.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
