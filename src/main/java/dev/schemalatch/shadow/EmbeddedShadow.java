package dev.schemalatch.shadow;

import dev.schemalatch.embedded.EmbeddedServer;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Limits;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Target;
import dev.schemalatch.sql.ServerVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Our own server of one major version, started when first needed and kept. Migrations are strangers' code: they run as a
 * fresh role that owns its database and nothing else, and what cannot be ended is ended with the whole server.
 */
final class EmbeddedShadow implements ShadowServer, AutoCloseable {

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(60);
    private static final long REPLAY_BYTES = 64L << 20;

    private final Supplier<EmbeddedServer> start;
    private final Postgres postgres;
    private final RoleLeases leases = new RoleLeases();
    private Optional<EmbeddedServer> server = Optional.empty();

    EmbeddedShadow(Supplier<EmbeddedServer> start, Postgres postgres) {
        this.start = start;
        this.postgres = postgres;
    }

    @Override
    public ServerVersion version() {
        return running().version();
    }

    @Override
    public String description() {
        return "embedded " + version();
    }

    @Override
    public <T> T scratch(Preparation preparation, Function<Scratch, T> work) {
        var server = running();
        var room = ScratchRoom.random(preparation.schema());
        try {
            var lent = prepare(server, room, preparation);
            try (var owner = postgres.console(
                    target(server, room.database(), room.role()),
                    "schemalatch/replay",
                    new Limits(preparation.limit(), REPLAY_BYTES))) {
                room.enter(owner, preparation);
                var reader = target(server, room.database(), EmbeddedServer.SUPERUSER);
                return work.apply(new Replay(owner, postgres, reader, description(), preparation.limit()));
            } finally {
                cleanUp(server, room, lent);
            }
        } catch (FailedException failed) {
            throw ScratchRoom.asShadowFailure(failed, description());
        }
    }

    private List<String> prepare(EmbeddedServer server, ScratchRoom room, Preparation preparation) {
        try (var admin = admin(server)) {
            var lent = leases.take(admin, preparation.roles());
            room.createOwners(admin, lent);
            room.createDatabase(admin, server.version());
            try (var inside = postgres.console(
                    target(server, room.database(), EmbeddedServer.SUPERUSER), "schemalatch/shadow", housekeeping())) {
                room.furnish(inside);
            }
            return lent;
        }
    }

    private void cleanUp(EmbeddedServer server, ScratchRoom room, List<String> lent) {
        try (var admin = admin(server)) {
            room.drop(admin);
            leases.giveBack(admin, lent);
        } catch (FailedException stubborn) {
            stop(server);
        }
    }

    private Console admin(EmbeddedServer server) {
        return postgres.console(
                target(server, "postgres", EmbeddedServer.SUPERUSER), "schemalatch/shadow", housekeeping());
    }

    private static Limits housekeeping() {
        return Limits.reading(HOUSEKEEPING);
    }

    private static Target target(EmbeddedServer server, String database, String user) {
        return Target.local(server.socket(), database, user, "the embedded PostgreSQL " + server.version());
    }

    private synchronized EmbeddedServer running() {
        if (server.isEmpty() || !server.get().running()) {
            close();
            server = Optional.of(start.get());
        }
        return server.get();
    }

    private synchronized void stop(EmbeddedServer stubborn) {
        if (server.isPresent() && server.get() == stubborn) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        server.ifPresent(EmbeddedServer::close);
        server = Optional.empty();
        leases.forget();
    }
}
