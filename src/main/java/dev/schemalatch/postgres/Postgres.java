package dev.schemalatch.postgres;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/** Reads databases: one connection, one read-only transaction, nothing left behind, and an end whatever the server does. */
public final class Postgres {

    private final Connector connector;

    public Postgres(AddressPolicy policy) {
        this.connector = new Connector(policy);
    }

    /**
     * Hands a session to the work and ends it.
     *
     * @param applicationName how the session names itself to the server: {@code schemalatch/<namespace>/<name>}
     * @param timeout wall clock of everything, from the look-up of the host to the last answer
     * @throws FailedException what kept the database from being read, and what the work throws
     */
    public <T> T read(
            ConnectionSettings settings, String applicationName, Duration timeout, Function<Session, T> work) {
        return read(Target.of(settings), applicationName, timeout, work);
    }

    /** The same for a server of our own. */
    public <T> T read(Target target, String applicationName, Duration timeout, Function<Session, T> work) {
        return within(target, applicationName, timeout, work::apply);
    }

    /**
     * Asks a query of somebody else's for a first row, in a session of its own.
     *
     * @throws FailedException what kept the database from being asked
     */
    public Answer ask(ConnectionSettings settings, String applicationName, Duration timeout, ForeignQuery query) {
        return within(Target.of(settings), applicationName, timeout, session -> session.ask(query));
    }

    private <T> T within(Target target, String applicationName, Duration timeout, Function<ReadOnlySession, T> work) {
        var settings = target.settings();
        var deadline = Deadline.in(timeout);
        var connection =
                connector.open(target, applicationName, Connector.Protocol.EXTENDED, Limits.reading(timeout), deadline);
        try (var watchdog = new Watchdog(connection, deadline)) {
            var session =
                    ReadOnlySession.begin(connection, applicationName, new SqlFailures(settings, deadline), deadline);
            try {
                requireSupported(session.version(), settings);
                return work.apply(session);
            } finally {
                session.rollback();
            }
        } finally {
            close(connection);
        }
    }

    /**
     * Opens a connection that may write: for scratch databases, never for a database that is being checked.
     *
     * @throws FailedException what kept the connection from being made
     */
    public Console console(Target target, String applicationName, Limits limits) {
        return console(target, applicationName, limits, Connector.Protocol.SIMPLE);
    }

    /**
     * The same for one statement at a time: the driver splits no text, and the protocol takes none that holds two.
     *
     * @throws FailedException what kept the connection from being made
     */
    public Console singleStatements(Target target, String applicationName, Limits limits) {
        return console(target, applicationName, limits, Connector.Protocol.EXTENDED);
    }

    private Console console(Target target, String applicationName, Limits limits, Connector.Protocol protocol) {
        var deadline = Deadline.in(limits.time());
        var connection = connector.open(target, applicationName, protocol, limits, deadline);
        var single = protocol == Connector.Protocol.EXTENDED;
        return new Console(connection, new SqlFailures(target.settings(), deadline), deadline, single);
    }

    private static void requireSupported(ServerVersion version, ConnectionSettings settings) {
        if (!version.supported()) {
            throw FailedException.of(
                    Reason.ServerUnsupported,
                    "The server " + settings.address() + " (" + settings.origin() + ") is PostgreSQL " + version
                            + "; supported are " + ServerVersion.OLDEST + " to " + ServerVersion.NEWEST + ".");
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Whatever is wrong with it, it is not used any more.
        }
    }
}
