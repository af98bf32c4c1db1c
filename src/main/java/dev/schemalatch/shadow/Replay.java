package dev.schemalatch.shadow;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Outcome;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Target;
import dev.schemalatch.tool.Migration;
import java.time.Duration;

/** Replays migrations into one scratch database, over one connection as its owner. */
final class Replay implements Scratch {

    private final Console owner;
    private final Postgres postgres;
    private final Target reader;
    private final String server;
    private final Duration limit;
    private final long begun = System.nanoTime();

    /**
     * @param owner the connection that migrations are sent over
     * @param reader how the catalog is read, aside from whatever the migrations have done to their session
     * @param server for messages
     */
    Replay(Console owner, Postgres postgres, Target reader, String server, Duration limit) {
        this.owner = owner;
        this.postgres = postgres;
        this.reader = reader;
        this.server = server;
        this.limit = limit;
    }

    @Override
    public void apply(Migration migration) {
        if (migration.sql().isEmpty()) {
            throw FailedException.of(
                    Reason.ReplayFailed,
                    "Migration " + migration.name() + " has no file " + migration.path() + ". Add it, or remove the"
                            + " migration.");
        }
        var report = new StopReport(migration.name(), migration.sql().get(), server);
        switch (owner.send(migration.sql().get())) {
            case Outcome.Done(boolean open) -> {
                if (open) {
                    owner.execute("ROLLBACK");
                    throw report.transactionLeftOpen();
                }
            }
            case Outcome.Refused refused -> {
                owner.execute("ROLLBACK");
                throw report.refused(refused);
            }
            case Outcome.Flooded(int completed) -> throw report.flooded(completed);
            case Outcome.TimedOut(int completed) -> throw report.timedOut(completed, limit);
            case Outcome.Lost(int completed) ->
                throw FailedException.of(
                        Reason.ShadowUnavailable,
                        "The connection to the shadow server (" + server + ") was lost while " + migration.name()
                                + " was replayed, after " + completed + " statements. The next check tries again.");
        }
    }

    @Override
    public void execute(String sql) {
        owner.execute(sql);
    }

    @Override
    public Catalog catalog() {
        var left = limit.minusNanos(System.nanoTime() - begun);
        var time = left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
        return postgres.read(reader, "schemalatch/shadow", time, new CatalogReader()::read);
    }
}
