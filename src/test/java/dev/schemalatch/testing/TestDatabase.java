package dev.schemalatch.testing;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.Password;
import dev.schemalatch.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A database of a test's own, dropped when closed. Scripts run as superuser. */
public final class TestDatabase implements AutoCloseable {

    private final EmbeddedServer server;
    private final String name;

    private TestDatabase(EmbeddedServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static TestDatabase on(EmbeddedServer server, String name) {
        execute(server.settings("postgres"), "CREATE DATABASE " + name + " TEMPLATE template0");
        return new TestDatabase(server, name);
    }

    public String name() {
        return name;
    }

    public int major() {
        return server.version().major();
    }

    /** How the superuser connects. */
    public ConnectionSettings settings() {
        return server.settings(name);
    }

    /**
     * How a role connects that may do no more than connect, read the catalogs, and read the named tables.
     *
     * @param tables as SQL writes them: {@code public._prisma_migrations}
     */
    public ConnectionSettings reader(String... tables) {
        run("DO $$BEGIN CREATE ROLE " + readerName() + " LOGIN PASSWORD 'read only'; EXCEPTION WHEN duplicate_object"
                + " THEN NULL; END$$");
        for (var table : tables) {
            run("GRANT USAGE ON SCHEMA " + table.substring(0, table.indexOf('.')) + " TO " + readerName());
            run("GRANT SELECT ON " + table + " TO " + readerName());
        }
        return as(readerName(), "read only");
    }

    private String readerName() {
        return name + "_reader";
    }

    /** How another role connects. */
    public ConnectionSettings as(String user, String password) {
        var own = settings();
        return new ConnectionSettings(
                own.host(),
                own.port(),
                own.database(),
                user,
                Password.of(password),
                Optional.empty(),
                own.tls(),
                "Secret test-db");
    }

    /** How the superuser connects where the connection names a schema. */
    public ConnectionSettings inSchema(String schema) {
        var own = settings();
        return new ConnectionSettings(
                own.host(),
                own.port(),
                own.database(),
                own.user(),
                own.password(),
                Optional.of(schema),
                own.tls(),
                own.origin());
    }

    /** As command lines and Secrets hold it. */
    public String uri() {
        var own = settings();
        return "postgresql://" + own.user() + ":" + own.password().reveal() + "@" + own.host() + ":" + own.port() + "/"
                + name;
    }

    /** Runs scripts, each as one simple query in autocommit, as psql's {@code -c} does. */
    public TestDatabase run(String... scripts) {
        execute(settings(), scripts);
        return this;
    }

    /** The first column of a query's rows as text; NULL is {@code null} the word. */
    public List<String> column(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the superuser's, for tests that hold locks or look at sessions. */
    public Connection connect() {
        return connect(settings());
    }

    private static Connection connect(ConnectionSettings settings) {
        var properties = new Properties();
        properties.put("user", settings.user());
        properties.put("password", settings.password().reveal());
        properties.put("preferQueryMode", "simple");
        var url = "jdbc:postgresql://" + settings.address();
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(ConnectionSettings settings, String... scripts) {
        try (var connection = connect(settings);
                var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (var script : scripts) {
                statement.execute(script);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        execute(
                server.settings("postgres"),
                "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
                "DROP ROLE IF EXISTS " + readerName());
    }
}
