package dev.schemalatch.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.DriftLines;
import dev.schemalatch.testing.OpenTransaction;
import dev.schemalatch.testing.Renewed;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of every kind, in a transaction that is rolled back: what was, compared with itself and with what is. */
class DifferencesIT {

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    @Execution(ExecutionMode.CONCURRENT)
    void everyChangeIsSeenAsWhatItIsAndNothingElse(int major) throws Exception {
        var softly = new SoftAssertions();
        try (var transactions = new Renewed<>(() -> OpenTransaction.on(major))) {
            for (var kind : WasAndIs.names()) {
                for (var one : WasAndIs.of(kind)) {
                    if (one.inTurn(major)) {
                        var connection = transactions.next().connection();
                        compare(softly, connection, major, kind + ": " + one.title(), one);
                    }
                }
            }
        }
        softly.assertAll();
    }

    private static void compare(SoftAssertions softly, Connection connection, int major, String title, WasAndIs one)
            throws SQLException {
        var was = run(connection, one.was(), major);
        var is = run(connection, one.edit(), major);
        connection.rollback();

        softly.assertThat(DriftLines.of(Comparison.between(was, is)))
                .as(title)
                .containsExactlyElementsOf(one.differences());
        softly.assertThat(Comparison.between(was, is).isEmpty())
                .as(title + ", seen from the other side")
                .isEqualTo(Comparison.between(is, was).isEmpty());
        if (major == ServerVersion.NEWEST) {
            softly.assertThat(DriftLines.of(Comparison.between(was, run(connection, one.was(), major))))
                    .as(title + ", made again")
                    .isEmpty();
            connection.rollback();
        }
    }

    private static Catalog run(Connection connection, String script, int major) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
        var catalog = Catalogs.in(connection, major);
        assertThat(catalog.objects()).isNotEmpty();
        return catalog;
    }
}
