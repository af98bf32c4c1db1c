package dev.schemalatch.remedy;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.ddl.Attempt;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database of a test's own, worked on as superuser, each statement in a transaction of its own. */
public final class DatabaseBench implements Rounds.Bench, AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;
    private Optional<Blueprint> seen = Optional.empty();

    DatabaseBench(int major) throws SQLException {
        this(Databases.create(major));
    }

    /** The database goes when this is closed. */
    public DatabaseBench(TestDatabase database) throws SQLException {
        this.database = database;
        connection = database.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("SET check_function_bodies = off");
        }
    }

    @Override
    public Blueprint blueprint() {
        var blueprint = seen.orElseGet(this::read);
        seen = Optional.of(blueprint);
        return blueprint;
    }

    private Blueprint read() {
        try {
            connection.setAutoCommit(false);
            var blueprint = Catalogs.blueprintIn(connection, database.major());
            connection.rollback();
            connection.setAutoCommit(true);
            return blueprint;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Attempt run(Step step) {
        seen = Optional.empty();
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(step.statement().sql());
            return new Attempt.Done();
        } catch (SQLException e) {
            return new Attempt.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** A database that still has subscriptions cannot be dropped. */
    @Override
    public void close() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    DO $$ DECLARE left_over text; BEGIN
                      FOR left_over IN SELECT s.subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
                                       WHERE d.datname = current_database() LOOP
                        EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', left_over);
                        EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', left_over);
                        EXECUTE format('DROP SUBSCRIPTION %I', left_over);
                      END LOOP;
                    END $$""");
        }
        connection.close();
        database.close();
    }
}
