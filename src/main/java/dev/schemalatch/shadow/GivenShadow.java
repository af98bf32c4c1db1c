package dev.schemalatch.shadow;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionSource;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Limits;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.postgres.Target;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A server of the user's, used as Prisma uses one: a database made and dropped by the role that the settings name, which
 * migrations run as too. No roles are made there.
 */
final class GivenShadow implements ShadowServer {

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(30);

    private final ConnectionSource source;
    private final int major;
    private final Postgres postgres;

    GivenShadow(ConnectionSource source, int major, Postgres postgres) {
        this.source = source;
        this.major = major;
        this.postgres = postgres;
    }

    @Override
    public ServerVersion version() {
        return postgres.read(source.settings(), "schemalatch/shadow", HOUSEKEEPING, Session::version);
    }

    @Override
    public String description() {
        return source.origin() + ", PostgreSQL " + major;
    }

    @Override
    public <T> T scratch(Preparation preparation, Function<Scratch, T> work) {
        var room = ScratchRoom.random(preparation.schema());
        try {
            create(room);
            try (var owner =
                    postgres.console(inside(room), "schemalatch/replay", Limits.replaying(preparation.limit()))) {
                owner.execute("CREATE SCHEMA IF NOT EXISTS " + Console.quoted(room.schema()));
                room.enter(owner, preparation);
                var place = new Replay.Place(description(), preparation, () -> false, StandInExtensions.none());
                return work.apply(new Replay(owner, postgres, inside(room), place, Optional.empty()));
            } finally {
                drop(room);
            }
        } catch (FailedException failed) {
            throw ScratchRoom.asShadowFailure(failed, description());
        }
    }

    private void create(ScratchRoom room) {
        try (var admin = admin()) {
            var role = admin.rows(Query.of("SELECT rolcreatedb OR rolsuper AS may, current_user::text AS name,"
                            + " (pg_catalog.current_setting('server_version_num')::int / 10000)::text AS major"
                            + " FROM pg_catalog.pg_roles WHERE rolname = current_user"))
                    .getFirst();
            requireMajor(role.text("major"));
            if (!role.flag("may")) {
                throw FailedException.of(
                        Reason.ShadowUnsupported,
                        "The role " + role.text("name") + " of " + source.origin() + " may not create databases on the"
                                + " shadow server. Run ALTER ROLE ... CREATEDB there, or name another role.");
            }
            admin.execute("CREATE DATABASE " + room.database());
        }
    }

    /** Another version writes the same schema in other words, and lacks or adds attributes: drift that is none. */
    private void requireMajor(String found) {
        if (!found.equals(Integer.toString(major))) {
            throw FailedException.of(
                    Reason.ShadowUnsupported,
                    "The database is PostgreSQL " + major + ", the shadow server of " + source.origin()
                            + " is PostgreSQL " + found + ". Name a shadow server of version " + major + ".");
        }
    }

    private void drop(ScratchRoom room) {
        try (var admin = admin()) {
            admin.execute("DROP DATABASE IF EXISTS " + room.database() + " WITH (FORCE)");
        }
    }

    private Console admin() {
        return postgres.console(Target.of(source.settings()), "schemalatch/shadow", Limits.reading(HOUSEKEEPING));
    }

    private Target inside(ScratchRoom room) {
        var settings = source.settings();
        return Target.of(new ConnectionSettings(
                settings.host(),
                settings.port(),
                room.database(),
                settings.user(),
                settings.password(),
                settings.schema(),
                settings.tls(),
                settings.origin()));
    }
}
