package dev.schemalatch.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Sends a text as one command or not at all: byte for byte in one message of the extended protocol, in which PostgreSQL takes
 * no second command. The driver, which splits what it takes for several, is not asked.
 */
final class OneCommand {

    private static final int FLAGS = QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_SUPPRESS_BEGIN;

    private OneCommand() {}

    /** The server's word for what it did: {@code MOVE 1}. */
    static String send(Connection connection, String text) throws SQLException {
        var executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        if (text.indexOf('\0') >= 0) {
            throw new PSQLException("a text ends at its first zero", PSQLState.SYNTAX_ERROR);
        }
        var status = new Status();
        var query = new NativeQuery(text, new int[0], false, SqlCommand.BLANK);
        executor.execute(executor.wrap(List.of(query)), null, status, 0, 0, FLAGS);
        return status.told;
    }

    private static final class Status extends ResultHandlerBase {

        private String told = "";

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            told = status;
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            // Notices may quote values, and their loop must not fill the memory.
        }
    }
}
