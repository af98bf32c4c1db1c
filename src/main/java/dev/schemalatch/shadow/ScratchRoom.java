package dev.schemalatch.shadow;

import static dev.schemalatch.postgres.Console.quoted;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.sql.ServerVersion;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The names of one scratch database, and how it is made and taken away.
 *
 * @param role owns the database and is who migrations run as
 * @param owners owns the default schema; the role and the target's roles are its members, so that {@code OWNER TO} works
 *     without a grant that would show
 */
record ScratchRoom(String database, String role, String owners, String schema) {

    /** Failures of our own connections to a shadow, which say nothing about the database that is checked. */
    private static final Set<Reason> OF_THE_SHADOW = Set.of(
            Reason.DatabaseUnreachable,
            Reason.DatabaseTimeout,
            Reason.ServerStarting,
            Reason.ObjectLocked,
            Reason.InternalError);

    static ScratchRoom random(String schema) {
        var bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        var suffix = HexFormat.of().formatHex(bytes);
        return new ScratchRoom(
                "schemalatch_scratch_" + suffix,
                "schemalatch_replay_" + suffix,
                "schemalatch_owners_" + suffix,
                schema);
    }

    void createOwners(Console admin, List<String> roles) {
        admin.execute(
                "CREATE ROLE " + owners + " NOLOGIN; CREATE ROLE " + role + " LOGIN; GRANT " + owners + " TO " + role);
        for (var lent : roles) {
            admin.execute("GRANT " + quoted(lent) + " TO " + role + "; GRANT " + owners + " TO " + quoted(lent));
        }
    }

    void createDatabase(Console admin, ServerVersion version) {
        var strategy = version.atLeast(15) ? " STRATEGY FILE_COPY" : "";
        admin.execute("CREATE DATABASE " + database + " OWNER " + role + " TEMPLATE template0" + strategy);
        admin.execute("REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC");
    }

    /** Done inside the database, as superuser. */
    void furnish(Console inside) {
        inside.execute("ALTER SCHEMA public OWNER TO " + owners);
        if (!schema.equals("public")) {
            inside.execute("CREATE SCHEMA " + quoted(schema) + " AUTHORIZATION " + owners);
        }
    }

    /** What the session of the migrations begins with: the settings of the tool's own connection, and its tables. */
    void enter(Console owner, Preparation preparation) {
        owner.execute(preparation.setAll());
        preparation.setup().forEach(owner::execute);
    }

    void drop(Console admin) {
        admin.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        admin.execute("DROP ROLE IF EXISTS " + role + ", " + owners);
    }

    static FailedException asShadowFailure(FailedException failed, String server) {
        if (!OF_THE_SHADOW.contains(failed.failure().reason())) {
            return failed;
        }
        return new FailedException(
                Failure.of(
                        Reason.ShadowUnavailable,
                        "The shadow server (" + server + ") could not do its work: "
                                + failed.failure().message()),
                failed);
    }
}
