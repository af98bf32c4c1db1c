package dev.schemalatch.postgres;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One read-only transaction with a fixed surrounding. All of it is set for the transaction alone, so that a pooler may hand
 * the connection to somebody else right after, and so that the role's and the database's own settings do not matter.
 */
final class ReadOnlySession implements Session {

    /** How long to wait for a lock: shorter than anybody notices. */
    private static final int LOCK_WAIT_MS = 500;

    private final Connection connection;
    private final SqlFailures failures;
    private final ServerVersion version;

    private ReadOnlySession(Connection connection, SqlFailures failures, ServerVersion version) {
        this.connection = connection;
        this.failures = failures;
        this.version = version;
    }

    static ReadOnlySession begin(
            Connection connection, String applicationName, SqlFailures failures, Deadline deadline) {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute(settings(connection, applicationName, deadline));
            var number = Rows.of(connection, Query.of("SELECT current_setting('server_version_num') AS number"))
                    .getFirst()
                    .text("number");
            return new ReadOnlySession(connection, failures, new ServerVersion(Integer.parseInt(number)));
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }

    private static String settings(Connection connection, String applicationName, Deadline deadline)
            throws SQLException {
        var milliseconds = Math.max(1, deadline.remaining().toMillis());
        var name = connection.unwrap(org.postgresql.PGConnection.class).escapeLiteral(applicationName);
        return """
                SET LOCAL statement_timeout = %1$d;
                SET LOCAL idle_in_transaction_session_timeout = %1$d;
                SET LOCAL lock_timeout = %2$d;
                SET LOCAL application_name = '%3$s';
                SET LOCAL search_path = '';
                SET LOCAL timezone = 'UTC';
                SET LOCAL datestyle = 'ISO, YMD';
                SET LOCAL intervalstyle = 'postgres';
                SET LOCAL bytea_output = 'hex';
                SET LOCAL extra_float_digits = 1;
                SET LOCAL xmloption = 'content';
                SET LOCAL quote_all_identifiers = off;
                SET LOCAL row_security = on;
                SET LOCAL jit = off
                """.formatted(milliseconds, LOCK_WAIT_MS, name);
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public List<Row> rows(Query query) {
        try {
            return Rows.of(connection, query);
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }

    /**
     * Asks for a first row. The query becomes a cursor's, which nothing but a reading command can be, and of which no second
     * part is taken; the cursor is moved, not read. Policies that would hide rows are errors: what is hidden is not absent.
     */
    Answer ask(ForeignQuery query) {
        try {
            var path = query.searchPath().stream().map(Console::quoted).collect(Collectors.joining(", "));
            Rows.of(
                    connection,
                    Query.of(
                            "SELECT set_config('row_security', 'off', true), set_config('search_path', ?, true)",
                            path));
            OneCommand.send(connection, "DECLARE schemalatch_asks NO SCROLL CURSOR FOR " + query.sql());
            return new Answer.Found(
                    OneCommand.send(connection, "MOVE 1 FROM schemalatch_asks").equals("MOVE 1"));
        } catch (SQLException e) {
            return failures.refusal(e).orElseThrow(() -> failures.of(e));
        }
    }

    /** Ends the transaction; a connection that is gone has ended it already. */
    void rollback() {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException gone) {
            // The server rolls back what loses its connection.
        }
    }
}
