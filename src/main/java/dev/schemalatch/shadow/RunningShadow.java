package dev.schemalatch.shadow;

import dev.schemalatch.embedded.EmbeddedServer;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Limits;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Target;
import dev.schemalatch.sql.ServerVersion;
import java.time.Duration;
import java.util.List;

/** One run of an embedded server, with the roles it has lent. */
final class RunningShadow implements AutoCloseable {

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(60);

    private final EmbeddedServer server;
    private final Postgres postgres;
    private final RoleLeases leases = new RoleLeases();

    RunningShadow(EmbeddedServer server, Postgres postgres) {
        this.server = server;
        this.postgres = postgres;
    }

    ServerVersion version() {
        return server.version();
    }

    String description() {
        return "embedded " + version();
    }

    StandInExtensions standIns() {
        try (var admin = admin(HOUSEKEEPING)) {
            return StandInExtensions.offered(admin);
        }
    }

    boolean alive() {
        return server.running();
    }

    List<String> lend(List<String> roles) {
        try (var admin = admin(HOUSEKEEPING)) {
            return leases.take(admin, roles);
        }
    }

    void make(ScratchRoom room, List<String> lent) {
        try (var admin = admin(HOUSEKEEPING)) {
            room.createOwners(admin, lent);
            room.createDatabase(admin, version());
        }
        try (var inside = inside(room, HOUSEKEEPING)) {
            room.furnish(inside);
        }
    }

    void clear(ScratchRoom room, List<String> lent) {
        try (var admin = admin(HOUSEKEEPING)) {
            room.drop(admin);
            leases.giveBack(admin, lent);
        }
    }

    Console admin(Duration time) {
        return postgres.console(
                target("postgres", EmbeddedServer.SUPERUSER), "schemalatch/shadow", Limits.reading(time));
    }

    /** As superuser in a scratch database, one statement at a time. */
    Console elevated(ScratchRoom room, Duration time) {
        return postgres.singleStatements(reader(room), "schemalatch/shadow", Limits.reading(time));
    }

    /** As superuser in a scratch database. */
    Console inside(ScratchRoom room, Duration time) {
        return postgres.console(reader(room), "schemalatch/shadow", Limits.reading(time));
    }

    /** The connection that migrations are sent over: as the role that may do least. */
    Console owner(ScratchRoom room, Duration time) {
        return postgres.console(target(room.database(), room.role()), "schemalatch/replay", Limits.replaying(time));
    }

    Target reader(ScratchRoom room) {
        return target(room.database(), EmbeddedServer.SUPERUSER);
    }

    private Target target(String database, String user) {
        return Target.local(server.socket(), database, user, "the embedded PostgreSQL " + version());
    }

    @Override
    public void close() {
        server.close();
    }
}
