package dev.schemalatch.embedded;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** SQL of our own for a server of our own, sent as one simple query in autocommit, as {@code psql -c} does. */
record Script(String sql) {

    /**
     * Runs it to its end.
     *
     * @throws FailedException {@code ShadowUnavailable}
     */
    void run(ConnectionSettings settings) {
        var properties = new Properties();
        properties.put("user", settings.user());
        properties.put("password", settings.password().reveal());
        properties.put("preferQueryMode", "simple");
        try (var connection = DriverManager.getConnection("jdbc:postgresql://" + settings.address(), properties);
                var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw FailedException.of(
                    Reason.ShadowUnavailable,
                    "The embedded PostgreSQL refused a statement (SQLSTATE %s).".formatted(e.getSQLState()));
        }
    }
}
