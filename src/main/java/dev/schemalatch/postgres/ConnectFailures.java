package dev.schemalatch.postgres;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;

/** What it means that a connection could not be made, in words that name where the settings are written. */
final class ConnectFailures {

    private final ConnectionSettings settings;

    ConnectFailures(ConnectionSettings settings) {
        this.settings = settings;
    }

    FailedException of(SQLException e) {
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (tls(e)) {
            return failed(Reason.TlsRefused, tlsAdvice(e), e);
        }
        if (server(e).isEmpty() && !state.equals("08004")) {
            return unreachable(settings, e);
        }
        return switch (state) {
            case "3D000" -> databaseNotFound(e);
            case "28000", "28P01", "08004" -> authentication(e);
            case "42501" ->
                failed(
                        Reason.PermissionDenied,
                        "The role " + settings.user() + " may not connect to " + settings.address()
                                + ". Run GRANT CONNECT ON" + " DATABASE for the role that " + settings.origin()
                                + " names.",
                        e);
            case "08P01" -> pooler(e);
            default ->
                SqlFailures.busy(state)
                        ? SqlFailures.starting(settings, e)
                        : failed(
                                Reason.DatabaseUnreachable,
                                "The server " + settings.address() + " (" + settings.origin()
                                        + ") ended the login with SQLSTATE " + state + ". Its log says why.",
                                e);
        };
    }

    /** Refused, timed out and unknown read the same: who writes a Secret is not to scan the network with us. */
    static FailedException unreachable(ConnectionSettings settings, Throwable cause) {
        return failed(
                Reason.DatabaseUnreachable,
                "No connection to " + settings.address() + " could be made. Check host and port in " + settings.origin()
                        + ", network policies, and that the server runs.",
                cause);
    }

    /** Whether another address of the same host is worth a try. */
    static boolean nobodyAnswered(SQLException e) {
        return server(e).isEmpty() && !tls(e) && causes(e).anyMatch(IOException.class::isInstance);
    }

    private FailedException databaseNotFound(SQLException e) {
        return failed(
                Reason.DatabaseNotFound,
                "The server " + settings.host() + ":" + settings.port() + " has no database " + settings.database()
                        + ". Correct it in " + settings.origin() + ", or create it.",
                e);
    }

    private FailedException authentication(SQLException e) {
        var plain = settings.tls().mode() == ConnectionSettings.Mode.DISABLE
                && server(e).contains("no encryption");
        return plain
                ? failed(Reason.TlsRefused, tlsAdvice(e), e)
                : failed(
                        Reason.AuthenticationFailed,
                        "The server " + settings.address() + " refused the user " + settings.user()
                                + ". Correct user and password in " + settings.origin()
                                + ", or let the server's pg_hba.conf admit the user.",
                        e);
    }

    /** PgBouncer answers everything with a protocol violation; only its words differ. */
    private FailedException pooler(SQLException e) {
        var said = server(e);
        if (said.contains("unsupported startup parameter")) {
            return failed(
                    Reason.ServerUnsupported,
                    "The connection pooler at " + settings.address() + " refuses a parameter that drivers send. Set its"
                            + " ignore_startup_parameters to extra_float_digits, or name the server itself in "
                            + settings.origin() + ".",
                    e);
        }
        if (said.contains("no such database") || said.contains("does not exist")) {
            return databaseNotFound(e);
        }
        return said.contains("auth") || said.contains("no such user")
                ? authentication(e)
                : SqlFailures.starting(settings, e);
    }

    private static boolean tls(SQLException e) {
        return causes(e).anyMatch(cause -> cause instanceof SSLException || cause instanceof GeneralSecurityException)
                || server(e).isEmpty()
                        && causes(e)
                                .map(cause -> String.valueOf(cause.getMessage()))
                                .anyMatch(said -> said.contains("SSL") || said.contains("HostnameVerifier"));
    }

    private String tlsAdvice(SQLException e) {
        var because = causes(e).anyMatch(GeneralSecurityException.class::isInstance)
                ? "a certificate or key is not trusted or cannot be read"
                : "they do not agree on encryption, or the certificate is not the host's";
        return "No protected connection to " + settings.address() + " with sslmode="
                + settings.tls().mode().text() + ": " + because + ". Correct sslmode, ca.crt, tls.crt and tls.key in "
                + settings.origin() + ".";
    }

    /** The server's primary message; empty where the failure is not the server's word. */
    static String server(SQLException e) {
        return e instanceof PSQLException said && said.getServerErrorMessage() != null
                ? String.valueOf(said.getServerErrorMessage().getMessage())
                : "";
    }

    static Stream<Throwable> causes(Throwable e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause);
    }

    static FailedException failed(Reason reason, String message, Throwable cause) {
        return new FailedException(Failure.of(reason, message), cause);
    }
}
