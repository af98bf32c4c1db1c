package dev.schemalatch.connection;

import dev.schemalatch.connection.ConnectionSettings.Mode;
import dev.schemalatch.connection.ConnectionSettings.Tls;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads PostgreSQL's connection URIs as libpq, Prisma and the JDBC driver write them.
 *
 * <p>Only host, port, database, user, password, {@code sslmode} and Prisma's {@code schema} are taken. Parameters that load
 * classes, open files or steer the session are refused by name; those of connection pools mean nothing here and are passed
 * over. A URI is never repeated in a message: it holds the password.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">Connection URIs</a>
 */
public final class ConnectionUri {

    private static final Pattern FORM =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://([^/?#]*)(?:/([^?#]*))?(?:\\?([^#]*))?");
    private static final Pattern HOST =
            Pattern.compile("\\[([0-9A-Fa-f:.%]+)\\](?::(\\d*))?|([^:,\\[\\]]*)(?::(\\d*))?");
    private static final int DEFAULT_PORT = 5432;

    private final String origin;

    private ConnectionUri(String origin) {
        this.origin = origin;
    }

    /**
     * The settings that a URI stands for.
     *
     * @param origin where it was written, for messages: {@code Secret orders-db, key uri}
     * @throws FailedException {@code ConnectionInvalid} where it is no such URI, {@code ConnectionParameterRefused} where a
     *     parameter is not allowed
     */
    public static ConnectionSettings parse(String uri, String origin) {
        return new ConnectionUri(origin).parse(uri.strip());
    }

    private ConnectionSettings parse(String uri) {
        if (uri.startsWith("prisma://") || uri.startsWith("prisma+postgres://")) {
            throw invalid("is a Prisma Accelerate URI, which is no PostgreSQL server; give the database's direct URI");
        }
        var form = FORM.matcher(uri);
        if (!form.matches()) {
            throw invalid(
                    uri.contains("#")
                            ? "holds a # that is not percent-encoded; write it as %23"
                            : "is not a URI of the form postgresql://user:password@host:port/database");
        }
        var parameters = parameters(Optional.ofNullable(form.group(3)).orElse(""));
        ConnectionParameters.refuseDangerous(parameters, origin);
        var authority = form.group(1);
        var at = authority.lastIndexOf('@');
        var login = at < 0 ? "" : authority.substring(0, at);
        var colon = login.indexOf(':');
        var user = decoded(colon < 0 ? login : login.substring(0, colon), "user");
        var password = colon < 0 ? "" : decoded(login.substring(colon + 1), "password");
        return settings(
                authority.substring(at + 1),
                decoded(Optional.ofNullable(form.group(2)).orElse(""), "database"),
                user.isEmpty() ? parameters.getOrDefault("user", "") : user,
                password.isEmpty() ? parameters.getOrDefault("password", "") : password,
                parameters);
    }

    private ConnectionSettings settings(
            String address, String database, String user, String password, Map<String, String> parameters) {
        if (address.contains(",")) {
            throw invalid("names several hosts; name the one that is to be checked");
        }
        var host = HOST.matcher(address);
        if (!host.matches()) {
            throw invalid("names a host that cannot be read; an IPv6 address stands in brackets");
        }
        var six = host.group(1);
        var name = six == null ? decoded(host.group(3), "host") : six;
        if (name.isEmpty()) {
            throw invalid("names no host");
        }
        if (name.startsWith("/")) {
            throw invalid("names a socket file; name a host");
        }
        if (user.isEmpty()) {
            throw invalid("names no user");
        }
        return new ConnectionSettings(
                name,
                port(Optional.ofNullable(host.group(six == null ? 4 : 2)).orElse("")),
                database.isEmpty() ? user : database,
                user,
                Password.of(password),
                Optional.ofNullable(parameters.get("schema")).filter(schema -> !schema.isEmpty()),
                new Tls(mode(parameters), Optional.empty(), Optional.empty(), Optional.empty()),
                origin);
    }

    private int port(String digits) {
        if (digits.isEmpty()) {
            return DEFAULT_PORT;
        }
        var port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw invalid("names a port that is not between 1 and 65535");
        }
        return port;
    }

    private Mode mode(Map<String, String> parameters) {
        var written = parameters.get("sslmode");
        if (written == null) {
            return strict(parameters) ? Mode.VERIFY_FULL : Mode.PREFER;
        }
        var mode = Mode.of(written)
                .orElseThrow(() -> invalid("has an sslmode that is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(Mode.values()).map(Mode::text).toList())));
        return mode == Mode.REQUIRE && strict(parameters) ? Mode.VERIFY_FULL : mode;
    }

    /** The JDBC driver's {@code ssl=true} and Prisma's {@code sslaccept=strict} both ask for a certificate that is verified. */
    private static boolean strict(Map<String, String> parameters) {
        return "true".equals(parameters.get("ssl")) || "strict".equals(parameters.get("sslaccept"));
    }

    private Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals), "parameter");
                var value = equals < 0 ? "" : decoded(pair.substring(equals + 1), "parameter " + name);
                if (parameters.put(name.toLowerCase(Locale.ROOT), value) != null) {
                    throw invalid("names the parameter %s twice".formatted(ConnectionParameters.shown(name)));
                }
            }
        }
        return parameters;
    }

    private String decoded(String text, String part) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("has a %% in its %s that is not followed by two hex digits; write it as %%25"
                    .formatted(part.startsWith("parameter") ? "parameters" : part));
        }
    }

    private FailedException invalid(String what) {
        return FailedException.of(Reason.ConnectionInvalid, "%s %s.".formatted(origin, what));
    }
}
