package dev.schemalatch.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.kind.WasAndIs;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
    void everyDifferenceIsMendedInEitherDirectionAndEverySchemaIsBuiltFromNothing(int major) throws SQLException {
        var faults = new ArrayList<String>();
        for (var name : WasAndIs.names()) {
            var cases = WasAndIs.of(name).stream()
                    .filter(one -> one.inTurn(major))
                    .filter(one -> one.title().contains(System.getProperty("schemalatch.case", "")))
                    .toList();
            faults.addAll(run(major, name, cases));
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> run(int major, String kind, List<WasAndIs> cases) throws SQLException {
        var faults = new ArrayList<String>();
        var bench = new DatabaseBench(major);
        try (var blueprints = Databases.create(major).run(Scripts.roles());
                var connection = blueprints.connect()) {
            connection.setAutoCommit(false);
            var nothing = Catalogs.blueprintIn(connection, major);
            for (var one : cases) {
                var was = read(connection, one.was(), major);
                var is = read(connection, one.edit(), major);
                connection.rollback();
                var fault = new Walk(bench, kind + ": " + one.title()).from(nothing, was, is);
                if (!fault.isEmpty()) {
                    faults.add(fault);
                    bench.close();
                    bench = new DatabaseBench(major);
                }
            }
        } finally {
            bench.close();
        }
        return faults;
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
