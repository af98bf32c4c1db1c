package dev.schemalatch.shadow;

import dev.schemalatch.connection.ConnectionSettings;
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

    private final ConnectionSettings settings;
    private final Postgres postgres;

    GivenShadow(ConnectionSettings settings, Postgres postgres) {
        this.settings = settings;
        this.postgres = postgres;
    }

    @Override
    public ServerVersion version() {
        return postgres.read(settings, "schemalatch/shadow", HOUSEKEEPING, Session::version);
    }

    @Override
    public String description() {
        return settings.origin();
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
                var place = new Replay.Place(description(), preparation.limit(), () -> false, StandInExtensions.none());
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
            var may = admin
                    .rows(
                            Query.of(
                                    "SELECT rolcreatedb OR rolsuper AS may FROM pg_catalog.pg_roles WHERE rolname = current_user"))
                    .stream()
                    .anyMatch(row -> row.flag("may"));
            if (!may) {
                throw FailedException.of(
                        Reason.ShadowUnsupported,
                        "The role " + settings.user() + " of " + settings.origin() + " may not create databases on the"
                                + " shadow server. Run ALTER ROLE ... CREATEDB there, or name another role.");
            }
            admin.execute("CREATE DATABASE " + room.database());
        }
    }

    private void drop(ScratchRoom room) {
        try (var admin = admin()) {
            admin.execute("DROP DATABASE IF EXISTS " + room.database() + " WITH (FORCE)");
        }
    }

    private Console admin() {
        return postgres.console(Target.of(settings), "schemalatch/shadow", Limits.reading(HOUSEKEEPING));
    }

    private Target inside(ScratchRoom room) {
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
