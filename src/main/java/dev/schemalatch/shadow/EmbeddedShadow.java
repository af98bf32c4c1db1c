package dev.schemalatch.shadow;

import dev.schemalatch.embedded.EmbeddedServer;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Our own server of one major version, started when first needed and kept. Migrations are strangers' code: they run as a
 * fresh role that owns its database and nothing else, and what cannot be ended is ended with the whole server.
 */
final class EmbeddedShadow implements ShadowServer, AutoCloseable {

    private final Supplier<EmbeddedServer> start;
    private final Postgres postgres;
    private final long diskLimit;
    private final Trust trust;
    private Optional<RunningShadow> current = Optional.empty();

    /**
     * @param diskLimit how large a scratch database may grow, in bytes
     */
    EmbeddedShadow(Supplier<EmbeddedServer> start, Postgres postgres, long diskLimit, Trust trust) {
        this.start = start;
        this.postgres = postgres;
        this.diskLimit = diskLimit;
        this.trust = trust;
    }

    @Override
    public ServerVersion version() {
        return running().version();
    }

    @Override
    public String description() {
        return running().description();
    }

    @Override
    public <T> T scratch(Preparation preparation, Function<Scratch, T> work) {
        var server = running();
        var room = ScratchRoom.random(preparation.schema());
        try {
            var lent = server.lend(preparation.roles());
            try {
                server.make(room, lent);
                return replay(server, room, preparation, work);
            } finally {
                cleanUp(server, room, lent);
            }
        } catch (FailedException failed) {
            throw ScratchRoom.asShadowFailure(failed, server.description());
        }
    }

    private <T> T replay(RunningShadow server, ScratchRoom room, Preparation preparation, Function<Scratch, T> work) {
        try (var guard = new DiskGuard(() -> server.admin(preparation.limit()), room.database(), diskLimit);
                var owner = server.owner(room, preparation.limit())) {
            room.enter(owner, preparation);
            var place = new Replay.Place(server.description(), preparation, guard::tripped, server.standIns());
            var elevation = new Elevation(() -> server.elevated(room, preparation.limit()), room.role(), trust);
            return work.apply(new Replay(owner, postgres, server.reader(room), place, Optional.of(elevation)));
        }
    }

    private void cleanUp(RunningShadow server, ScratchRoom room, List<String> lent) {
        try {
            server.clear(room, lent);
        } catch (FailedException stubborn) {
            stop(server);
        }
    }

    private synchronized RunningShadow running() {
        if (current.isEmpty() || !current.get().alive()) {
            close();
            current = Optional.of(new RunningShadow(start.get(), postgres));
        }
        return current.get();
    }

    private synchronized void stop(RunningShadow stubborn) {
        stubborn.close();
        current = current.filter(server -> server != stubborn);
    }

    @Override
    public synchronized void close() {
        current.ifPresent(RunningShadow::close);
        current = Optional.empty();
    }
}
