package dev.schemalatch.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection to a database of its own with the roles of {@link Scripts#roles()}, not in autocommit. */
public record OpenTransaction(TestDatabase database, Connection connection) implements AutoCloseable {

    public static OpenTransaction on(int major) throws SQLException {
        var database = Databases.create(major).run(Scripts.roles());
        var connection = database.connect();
        connection.setAutoCommit(false);
        return new OpenTransaction(database, connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
