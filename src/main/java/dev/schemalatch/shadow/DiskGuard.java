package dev.schemalatch.shadow;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.sql.Query;
import java.time.Duration;
import java.util.function.Supplier;

/** Watches how large a scratch database grows, and drops it under its work past the limit: one loop could fill the disk. */
final class DiskGuard implements AutoCloseable {

    /** More than migrations without data ever need. In bytes. */
    static final long LIMIT = 2L << 30;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Supplier<Console> admin;
    private final String database;
    private final long limit;
    private final Thread thread;
    private volatile boolean tripped;

    DiskGuard(Supplier<Console> admin, String database, long limit) {
        this.admin = admin;
        this.database = database;
        this.limit = limit;
        this.thread = Thread.ofVirtual().name("disk-guard").start(this::watch);
    }

    boolean tripped() {
        return tripped;
    }

    private void watch() {
        try {
            Thread.sleep(PAUSE);
            try (var console = admin.get()) {
                while (size(console) <= limit) {
                    Thread.sleep(PAUSE);
                }
                tripped = true;
                console.execute("DROP DATABASE " + database + " WITH (FORCE)");
            }
        } catch (InterruptedException workDone) {
            Thread.currentThread().interrupt();
        } catch (FailedException gone) {
            // Whoever cleans up meets the same failure, and ends the server if need be.
        }
    }

    private long size(Console console) {
        return console.rows(Query.of("SELECT pg_catalog.pg_database_size('" + database + "') AS bytes"))
                .getFirst()
                .number("bytes")
                .orElse(0L);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
