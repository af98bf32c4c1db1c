package dev.schemalatch.postgres;

import static dev.schemalatch.postgres.ConnectFailures.failed;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What it means that a query of a check failed, by SQLSTATE (PostgreSQL's appendix A). Of the server's own words only the
 * name of an object is passed on.
 */
final class SqlFailures {

    private static final Pattern DENIED =
            Pattern.compile("permission denied for ([a-z ]{1,40}) ([^\\p{Cntrl}]{1,128})");

    /** The line, the load, locks, limits of time, and faults of the server; not a parameter that nobody binds (08P01). */
    private static final Pattern PASSING =
            Pattern.compile("|08(?!P01).*|(40|57|58|XX).*|53(?!400).*|55P03|25P03|25P04", Pattern.DOTALL);

    private final ConnectionSettings settings;
    private final Deadline deadline;

    SqlFailures(ConnectionSettings settings, Deadline deadline) {
        this.settings = settings;
        this.deadline = deadline;
    }

    FailedException of(SQLException e) {
        if (Meter.exceededBy(e)) {
            return failed(
                    Reason.AnswerTooLarge,
                    "The server " + settings.address() + " (" + settings.origin()
                            + ") sent more than a check reads. Compare fewer schemas.",
                    e);
        }
        return ConnectFailures.server(e).isEmpty() ? lost(e) : answered(e);
    }

    /** Where a query of somebody else's is at fault, not the server, the line or the load. */
    Optional<Answer> refusal(SQLException e) {
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        return Meter.exceededBy(e) || PASSING.matcher(state).matches()
                ? Optional.empty()
                : Optional.of(new Answer.Refused(Conditions.describe(state)));
    }

    private FailedException lost(SQLException e) {
        if (deadline.passed()) {
            return timeout(e);
        }
        return failed(
                Reason.DatabaseUnreachable,
                "The connection to " + settings.address() + " (" + settings.origin()
                        + ") was lost in the middle of the check. Nothing was changed; the next check tries again.",
                e);
    }

    private FailedException answered(SQLException e) {
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        return switch (state) {
            case "42501" -> denied(e);
            case "55P03", "40P01", "40001" ->
                failed(
                        Reason.ObjectLocked,
                        "Someone's DDL holds a lock in " + settings.address()
                                + " that the check would have to wait for. The next check tries again.",
                        e);
            case "57014", "25P03", "57P05", "25P04" -> timeout(e);
            default -> busy(state) ? starting(settings, e) : unexpected(state, e);
        };
    }

    private FailedException denied(SQLException e) {
        var object = DENIED.matcher(ConnectFailures.server(e));
        var what = object.find() ? Optional.of(object.group(1) + " " + object.group(2)) : Optional.<String>empty();
        return failed(
                Reason.PermissionDenied,
                "The role " + settings.user() + " may not read " + what.orElse("an object that the check needs")
                        + " in "
                        + settings.address() + ". Grant it SELECT (and USAGE on the schema), or name another role in "
                        + settings.origin() + ".",
                e);
    }

    private FailedException timeout(SQLException e) {
        return failed(
                Reason.DatabaseTimeout,
                "The database " + settings.address() + " (" + settings.origin()
                        + ") did not answer within the check's time. Look at its load, or give the check a longer timeout.",
                e);
    }

    private FailedException unexpected(String state, SQLException e) {
        var outage = state.startsWith("08") || state.startsWith("57") || state.startsWith("58");
        return failed(
                outage ? Reason.DatabaseUnreachable : Reason.InternalError,
                "The server " + settings.address() + " (" + settings.origin() + ") refused a query of the check with"
                        + " SQLSTATE " + state + ". Its log says why.",
                e);
    }

    /** Out of connections, memory or disk; starting, stopping, or just restarted after a crash. */
    static boolean busy(String state) {
        return state.startsWith("53") || state.equals("57P01") || state.equals("57P02") || state.equals("57P03");
    }

    static FailedException starting(ConnectionSettings settings, SQLException e) {
        return failed(
                Reason.ServerStarting,
                "The server " + settings.address() + " (" + settings.origin()
                        + ") is starting, stopping or out of connections. The next check tries again.",
                e);
    }
}
