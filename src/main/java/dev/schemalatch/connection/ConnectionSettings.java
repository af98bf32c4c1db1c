package dev.schemalatch.connection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything needed to connect to one PostgreSQL database, and nothing else: no driver property of the user's gets through.
 *
 * @param host a name or an address, not yet resolved
 * @param schema the {@code ?schema=} that Prisma's URIs carry
 * @param tls how the connection is protected
 * @param origin where the settings were written, as messages name it: {@code Secret orders-db}, {@code --database}
 */
public record ConnectionSettings(
        String host,
        int port,
        String database,
        String user,
        Password password,
        Optional<String> schema,
        Tls tls,
        String origin)
        implements ConnectionSource {

    @Override
    public ConnectionSettings settings() {
        return this;
    }

    /**
     * Transport security.
     *
     * @param mode libpq's {@code sslmode}
     * @param rootCertificate PEM of the certificate authority
     * @param certificate PEM of the client's certificate
     * @param key PEM of the client's key
     */
    public record Tls(Mode mode, Optional<Pem> rootCertificate, Optional<Pem> certificate, Optional<Pem> key) {

        public static Tls prefer() {
            return new Tls(Mode.PREFER, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** libpq's {@code sslmode}. */
    public enum Mode {
        DISABLE,
        ALLOW,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** The mode of that spelling. */
        public static Optional<Mode> of(String text) {
            return Arrays.stream(values())
                    .filter(mode -> mode.text().equals(text))
                    .findFirst();
        }

        /** As URIs and Secrets spell it: {@code verify-full}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** PEM text that does not show itself. */
    public record Pem(String text) {
        @Override
        public String toString() {
            return "PEM";
        }
    }

    public ConnectionSettings with(Tls tls) {
        return new ConnectionSettings(host, port, database, user, password, schema, tls, origin);
    }

    /**
     * The same, seen from outside of a namespace: a host without a dot is the name of a Service there, which other namespaces
     * know by a longer name. CloudNativePG's Secrets name their host so.
     */
    public ConnectionSettings within(String namespace) {
        var service = host.matches("[a-z]([-a-z0-9]*[a-z0-9])?") && !host.equals("localhost");
        return service
                ? new ConnectionSettings(
                        "%s.%s.svc".formatted(host, namespace), port, database, user, password, schema, tls, origin)
                : this;
    }

    public ConnectionSettings with(Password password) {
        return new ConnectionSettings(host, port, database, user, password, schema, tls, origin);
    }

    /** Host, port and database, as messages name them; no user, no password. */
    public String address() {
        return host + ":" + port + "/" + database;
    }
}
