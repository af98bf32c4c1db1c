package dev.schemalatch.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomEditsIT {

    private static final int ROUNDS = 30;

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    @Execution(ExecutionMode.CONCURRENT)
    void aRandomEditIsSeenUnderTheRightNameAndARebuildIsNot(int major) throws SQLException {
        try (var database = Databases.create(major);
                var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (var seed = 0; seed < ROUNDS; seed++) {
                edit(connection, major, major * 1_000L + seed);
            }
        }
    }

    private static void edit(Connection connection, int major, long seed) throws SQLException {
        var schema = new RandomSchema(seed);
        var script = schema.script();
        var edit = schema.edit();

        var was = run(connection, script, major);
        var is = run(connection, edit.sql(), major);
        connection.rollback();
        var again = run(connection, script, major);
        connection.rollback();

        assertThat(Comparison.between(was, again).differences())
                .as("seed %d", seed)
                .isEmpty();
        assertThat(Comparison.between(was, is).differences())
                .as("seed %d: %s", seed, edit.sql())
                .extracting(difference -> difference.change() + " " + difference.key())
                .contains(edit.difference());
    }

    private static Catalog run(Connection connection, String script, int major) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
        return Catalogs.in(connection, major);
    }
}
