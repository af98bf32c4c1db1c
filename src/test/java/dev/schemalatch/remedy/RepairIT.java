package dev.schemalatch.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.kind.WasAndIs;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.OpenTransaction;
import dev.schemalatch.testing.Renewed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of every kind, on a real database: from nothing to what was, on to what is (without loss first), back to what
 * was, and back to nothing, by the planner's statements alone, with nothing left each time. The oldest and the newest version
 * take all cases, those between a third each.
 */
class RepairIT {

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    @Execution(ExecutionMode.CONCURRENT)
    void everyDifferenceIsMendedInEitherDirectionAndEverySchemaIsBuiltFromNothing(int major) throws Exception {
        var faults = new ArrayList<String>();
        try (var transactions = new Renewed<>(() -> OpenTransaction.on(major));
                var benches = new Renewed<>(() -> new DatabaseBench(major))) {
            var nothing = benches.next().blueprint();
            for (var name : WasAndIs.names()) {
                for (var one : cases(name, major)) {
                    var connection = transactions.next().connection();
                    var was = read(connection, one.was(), major);
                    var is = read(connection, one.edit(), major);
                    connection.rollback();
                    var fault = new Walk(benches.next(), name + ": " + one.title()).from(nothing, was, is);
                    if (!fault.isEmpty()) {
                        faults.add(fault);
                        benches.discard();
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<WasAndIs> cases(String name, int major) {
        return WasAndIs.of(name).stream()
                .filter(one -> one.inTurn(major))
                .filter(one -> one.title().contains(System.getProperty("schemalatch.case", "")))
                .toList();
    }

    private static Blueprint read(Connection connection, String script, int major) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
        return Catalogs.blueprintIn(connection, major);
    }

    private record Walk(DatabaseBench bench, String title) {

        String from(Blueprint nothing, Blueprint was, Blueprint is) {
            var safe = "";
            var fault = fault("nothing -> was", Rounds.atAnyPrice(bench, was));
            if (fault.isEmpty()) {
                var half = Rounds.withoutLoss(bench, is);
                safe = half.stop().isPresent() ? fault("was -> is, without loss", half) : "";
                fault = safe.isEmpty() ? fault("was -> is", Rounds.atAnyPrice(bench, is)) : safe;
            }
            if (fault.isEmpty()) {
                fault = fault("is -> was", Rounds.atAnyPrice(bench, was));
            }
            return fault.isEmpty() ? fault("was -> nothing", Rounds.atAnyPrice(bench, nothing)) : fault;
        }

        private String fault(String leg, Rounds.Outcome outcome) {
            if (outcome.reached()) {
                return "";
            }
            return title + ": " + Outcomes.tell(leg, outcome);
        }
    }
}
