package dev.schemalatch.postgres;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * Opens connections. Everything the driver is told stands here; of the user's settings it sees host, port, database, user,
 * password and certificates. Only the first three are part of the URL: the host by its few characters, the database encoded.
 */
final class Connector {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,255}|[0-9A-Fa-f:.]{2,45}");

    private final AddressPolicy policy;

    Connector(AddressPolicy policy) {
        this.policy = policy;
    }

    /** How queries are sent. */
    enum Protocol {
        /** One statement at a time, with parameters, never kept on the server: poolers hand it on. */
        EXTENDED,
        /** A text as it is, with all its statements, as one message. */
        SIMPLE
    }

    /**
     * @throws FailedException what kept a connection from being made, with the settings' origin
     */
    Connection open(Target target, String applicationName, Protocol protocol, Limits limits, Deadline deadline) {
        var settings = target.settings();
        var properties = properties(settings, applicationName, protocol, limits);
        try {
            if (target.socket().isPresent()) {
                Line.to(target.socket().get(), deadline, limits.bytes()).write(properties);
                return connect(url(settings), properties);
            }
            return connect(settings, properties, limits, deadline.atMost(Limits.CONNECT), deadline);
        } catch (SQLException e) {
            throw new ConnectFailures(settings).of(e);
        }
    }

    private Connection connect(
            ConnectionSettings settings, Properties properties, Limits limits, Deadline login, Deadline deadline)
            throws SQLException {
        var addresses = new Resolver(policy).resolve(settings, login);
        for (var address : addresses.subList(0, addresses.size() - 1)) {
            try {
                return connect(settings, properties, address, limits, deadline);
            } catch (SQLException e) {
                if (!ConnectFailures.nobodyAnswered(e)) {
                    throw e;
                }
            }
        }
        return connect(settings, properties, addresses.getLast(), limits, deadline);
    }

    private static Connection connect(
            ConnectionSettings settings, Properties properties, InetAddress address, Limits limits, Deadline deadline)
            throws SQLException {
        Line.to(address, settings.port(), deadline, limits.bytes()).write(properties);
        return connect(url(settings), properties);
    }

    private static Connection connect(String url, Properties properties) throws SQLException {
        var connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own URL");
        }
        // From here on the deadline alone counts: an answer may rightly take longer than a login.
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

    private static Properties properties(
            ConnectionSettings settings, String applicationName, Protocol protocol, Limits limits) {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().reveal());
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("maxResultBuffer", Long.toString(limits.bytes()));
        properties.setProperty("socketFactory", MeteredSocketFactory.class.getName());
        PemTls.write(settings.tls(), properties);
        FIXED.forEach(fixed -> properties.setProperty(fixed.name(), fixed.value()));
        properties.setProperty(
                "preferQueryMode",
                switch (protocol) {
                    case EXTENDED -> "extended";
                    case SIMPLE -> "simple";
                });
        return properties;
    }

    private record Fixed(String name, String value) {}

    /** Times in s. The deadline of our own sockets is the true limit; these are there for the driver's own waits. */
    private static final List<Fixed> FIXED = List.of(
            new Fixed("connectTimeout", "10"),
            new Fixed("loginTimeout", "0"),
            new Fixed("socketTimeout", "10"),
            new Fixed("sslResponseTimeout", "5000"),
            new Fixed("cancelSignalTimeout", "1"),
            new Fixed("logServerErrorDetail", "false"),
            new Fixed("gssEncMode", "disable"),
            new Fixed("jaasLogin", "false"),
            new Fixed("sslNegotiation", "postgres"),
            new Fixed("targetServerType", "any"),
            new Fixed("assumeMinServerVersion", "12"),
            new Fixed("prepareThreshold", "0"),
            new Fixed("preparedStatementCacheQueries", "0"),
            new Fixed("binaryTransfer", "false"),
            new Fixed("allowEncodingChanges", "true"),
            new Fixed("tcpKeepAlive", "true"));

    private static String url(ConnectionSettings settings) {
        var host = checked(settings);
        return "jdbc:postgresql://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.port() + "/"
                + URLEncoder.encode(settings.database(), StandardCharsets.UTF_8);
    }

    private static String checked(ConnectionSettings settings) {
        if (!HOST.matcher(settings.host()).matches()) {
            throw FailedException.of(
                    Reason.SecretInvalid,
                    "The host in " + settings.origin() + " is not a host name or an address. Correct it.");
        }
        return settings.host();
    }
}
