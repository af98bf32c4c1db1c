package dev.schemalatch.postgres;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;

/**
 * A connection that sends texts as they are, with all their statements, in autocommit: how tools send migrations, and how
 * scratch databases are made. It is never used on a database that is being checked.
 */
public final class Console implements AutoCloseable {

    private static final int FLAGS =
            QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_EXECUTE_AS_SIMPLE | QueryExecutor.QUERY_SUPPRESS_BEGIN;

    private final Connection connection;
    private final SqlFailures failures;
    private final Deadline deadline;
    private final Watchdog watchdog;
    private final boolean single;

    /** @param single whether a text may hold no more than one statement */
    Console(Connection connection, SqlFailures failures, Deadline deadline, boolean single) {
        this.connection = connection;
        this.failures = failures;
        this.deadline = deadline;
        this.watchdog = new Watchdog(connection, deadline);
        this.single = single;
    }

    /** Sends a text, byte for byte, as one message, and waits for its end. */
    public Outcome send(String text) {
        var progress = new Progress();
        try {
            var base = connection.unwrap(BaseConnection.class);
            var executor = base.getQueryExecutor();
            var query = executor.createQuery(text, false, false).query;
            if (single && query.getSubqueries() != null) {
                return new Outcome.Refused("42601", "more than one statement", OptionalInt.empty(), 0, false);
            }
            executor.execute(query, null, progress, 0, 0, FLAGS);
            return new Outcome.Done(base.getTransactionState() != TransactionState.IDLE);
        } catch (SQLException e) {
            return outcome(e, progress.completed());
        }
    }

    private Outcome outcome(SQLException e, int completed) {
        if (Meter.exceededBy(e)) {
            return new Outcome.Flooded();
        }
        if (deadline.passed()) {
            return new Outcome.TimedOut();
        }
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (e instanceof PSQLException said && said.getServerErrorMessage() != null) {
            var server = said.getServerErrorMessage();
            return new Outcome.Refused(
                    state,
                    String.valueOf(server.getMessage()),
                    server.getPosition() > 0 ? OptionalInt.of(server.getPosition()) : OptionalInt.empty(),
                    completed,
                    "exec_stmt_raise".equals(server.getRoutine()));
        }
        return alive()
                ? new Outcome.Refused(state, String.valueOf(e.getMessage()), OptionalInt.empty(), completed, false)
                : new Outcome.Lost();
    }

    private boolean alive() {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Sends statements of our own.
     *
     * @throws FailedException where the server refuses them
     */
    public void execute(String text) {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }

    /**
     * @throws FailedException where the server refuses the query
     */
    public List<Row> rows(Query query) {
        try {
            return Rows.of(connection, query);
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }

    /** A name as SQL writes it. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        watchdog.close();
        try {
            connection.close();
        } catch (SQLException gone) {
            // It is not used any more, whatever is wrong with it.
        }
    }
}
