package dev.schemalatch.connection;

import dev.schemalatch.connection.ConnectionSettings.Mode;
import dev.schemalatch.connection.ConnectionSettings.Pem;
import dev.schemalatch.connection.ConnectionSettings.Tls;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a Secret that says how a database is reached: a URI under one key, or host, port, dbname, user and password under keys
 * of their own, as CloudNativePG and Crunchy's operator write them. Certificates stand beside either, under the names that
 * {@code kubernetes.io/tls} Secrets use.
 *
 * @see <a href="https://cloudnative-pg.io/documentation/current/applications/#secrets">CloudNativePG</a>
 */
public final class ConnectionSecret {

    private static final List<String> URI_KEYS = List.of("uri", "url", "DATABASE_URL");

    private final String origin;
    private final Map<String, byte[]> data;

    private ConnectionSecret(String name, Map<String, byte[]> data) {
        this.origin = "Secret " + name;
        this.data = data;
    }

    /**
     * The settings that a Secret stands for.
     *
     * @param name of the Secret, for messages
     * @param data its keys and decoded values
     * @param key the one key that holds the URI; empty means that the usual keys are looked for
     * @throws FailedException {@code SecretInvalid} naming the keys that were looked for, and what {@link ConnectionUri#parse}
     *     throws
     */
    public static ConnectionSettings read(String name, Map<String, byte[]> data, Optional<String> key) {
        var secret = new ConnectionSecret(name, data);
        return secret.withTls(key.map(secret::uriUnder).orElseGet(secret::usual));
    }

    private ConnectionSettings uriUnder(String key) {
        return uri(key).orElseThrow(() -> invalid("has no key " + key));
    }

    private ConnectionSettings usual() {
        return URI_KEYS.stream().flatMap(key -> uri(key).stream()).findFirst().orElseGet(this::parts);
    }

    private Optional<ConnectionSettings> uri(String key) {
        return text(key).map(uri -> ConnectionUri.parse(uri, origin + ", key " + key));
    }

    private ConnectionSettings parts() {
        var host = text("host");
        var database = first("dbname", "database");
        var user = first("user", "username");
        if (host.isEmpty() && user.isPresent() && text("password").isPresent()) {
            throw invalid("has a user and a password and no address; add the keys host and dbname, or a uri");
        }
        var missing = Stream.of(
                        host.isEmpty() ? "host" : "", database.isEmpty() ? "dbname" : "", user.isEmpty() ? "user" : "")
                .filter(key -> !key.isEmpty())
                .toList();
        if (missing.size() == 3) {
            throw invalid("has neither a key uri nor the keys host, dbname, user and password");
        }
        if (!missing.isEmpty()) {
            throw invalid("has no key " + String.join(", ", missing));
        }
        return new ConnectionSettings(
                plainHost(host.orElseThrow()),
                text("port").map(this::port).orElse(5432),
                database.orElseThrow(),
                user.orElseThrow(),
                text("password").map(Password::of).orElse(Password.none()),
                text("schema"),
                Tls.prefer(),
                origin);
    }

    private String plainHost(String host) {
        if (host.contains(",") || host.startsWith("/") || host.contains("://")) {
            throw invalid("has a key host that is not the name or address of one host");
        }
        return host;
    }

    private int port(String digits) {
        if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > 65_535) {
            throw invalid("has a key port that is not a number between 1 and 65535");
        }
        return Integer.parseInt(digits);
    }

    /** With a certificate authority at hand {@code require} verifies against it, as libpq does. */
    private ConnectionSettings withTls(ConnectionSettings settings) {
        var root = pem("ca.crt");
        var certificate = pem("tls.crt");
        var key = pem("tls.key");
        if (certificate.isPresent() != key.isPresent()) {
            throw invalid("has only one of tls.crt and tls.key; a client certificate needs both");
        }
        var written = text("sslmode").map(mode -> Mode.of(mode)
                .orElseThrow(() -> invalid("has a key sslmode that is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(Mode.values()).map(Mode::text).toList()))));
        var mode = written.orElse(settings.tls().mode());
        var asked = written.isPresent() || mode != Mode.PREFER;
        var verified = root.isPresent() && (mode == Mode.REQUIRE || !asked) ? Mode.VERIFY_CA : mode;
        return settings.with(new Tls(verified, root, certificate, key));
    }

    private Optional<Pem> pem(String key) {
        return text(key).map(text -> {
            if (!text.contains("-----BEGIN ")) {
                throw invalid("has a key %s that is not PEM text".formatted(key));
            }
            return new Pem(text);
        });
    }

    private Optional<String> first(String... keys) {
        return Arrays.stream(keys).flatMap(key -> text(key).stream()).findFirst();
    }

    /** A value, without the line break that {@code echo} leaves at its end; empty values are as good as none. */
    private Optional<String> text(String key) {
        return Optional.ofNullable(data.get(key))
                .map(bytes -> decode(key, bytes))
                .filter(text -> !text.isEmpty());
    }

    private String decode(String key, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replaceFirst("[\\r\\n]+\\z", "");
        } catch (CharacterCodingException e) {
            throw invalid("has a key %s that is not text in UTF-8".formatted(key));
        }
    }

    private FailedException invalid(String what) {
        return FailedException.of(Reason.SecretInvalid, "%s %s.".formatted(origin, what));
    }
}
