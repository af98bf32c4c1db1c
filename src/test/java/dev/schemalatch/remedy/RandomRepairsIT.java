package dev.schemalatch.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.testing.Catalogs;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.Mutations;
import dev.schemalatch.testing.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several changes at once to schemas that grew by chance: what the planner writes leads there and back, whatever depends on
 * whatever.
 */
class RandomRepairsIT {

    private static final int SEEDS = Integer.getInteger("schemalatch.seeds", 3);
    private static final int FIRST = Integer.getInteger("schemalatch.seed", 0);

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    @Execution(ExecutionMode.CONCURRENT)
    void manyChangesAtOnceAreMendedInEitherDirection(int major) throws SQLException {
        var faults = new ArrayList<String>();
        try (var blueprints = Databases.create(major).run(Scripts.roles());
                var connection = blueprints.connect()) {
            connection.setAutoCommit(false);
            var bench = new DatabaseBench(major);
            try {
                for (var seed = FIRST; seed < FIRST + SEEDS; seed++) {
                    var fault = walk(bench, connection, major, seed);
                    if (!fault.isEmpty()) {
                        faults.add("seed %d: %s".formatted(seed, fault));
                        bench.close();
                        bench = new DatabaseBench(major);
                    }
                }
            } finally {
                bench.close();
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String walk(DatabaseBench bench, Connection connection, int major, int seed) throws SQLException {
        var mutations = new Mutations(seed, connection);
        var nothing = Catalogs.blueprintIn(connection, major);
        if (seed % 2 == 0) {
            execute(connection, Scripts.rich());
        }
        var grown = mutations.apply(20 + seed % 20);
        var was = Catalogs.blueprintIn(connection, major);
        var changed = mutations.apply(1 + seed % 12);
        var is = Catalogs.blueprintIn(connection, major);
        connection.rollback();

        for (var same : List.of(nothing, was, is)) {
            assertThat(Planner.plan(same, same)).as("seed %d", seed).isEmpty();
        }
        var walk = new Walk(bench);
        walk.to("from nothing", was);
        walk.keeping(was, is);
        walk.to("there", is);
        walk.to("back", was);
        walk.to("to nothing", nothing);
        return walk.fault.isEmpty()
                ? ""
                : walk.fault + "\nCHANGES\n  " + String.join("\n  ", changed) + "\nGROWN\n  "
                        + String.join("\n  ", grown);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** A way from schema to schema, until something is wrong. */
    private static final class Walk {

        private final DatabaseBench bench;
        private String fault = "";

        Walk(DatabaseBench bench) {
            this.bench = bench;
        }

        void to(String leg, Blueprint target) {
            if (fault.isEmpty()) {
                var outcome = Rounds.atAnyPrice(bench, target);
                fault = outcome.reached() ? "" : Outcomes.tell(leg, outcome);
            }
        }

        /** What goes without loss leaves every table where it was, and every column that holds values. */
        void keeping(Blueprint was, Blueprint is) {
            if (fault.isEmpty()) {
                var outcome = Rounds.withoutLoss(bench, is);
                var present = bench.blueprint();
                var lost = was.catalog().objects().values().stream()
                        .filter(object -> object.key().type().equals("table")
                                || object.key().type().equals("table column")
                                        && object.attribute("generated").isEmpty())
                        .map(CatalogObject::key)
                        .filter(key -> present.find(key).isEmpty())
                        .toList();
                var losing = outcome.steps().stream()
                        .filter(step -> step.statement().safety() == Safety.LosesData)
                        .toList();
                if (outcome.stop().isPresent() || !lost.isEmpty() || !losing.isEmpty()) {
                    fault = "%s %s %s".formatted(lost, losing, Outcomes.tell("without loss", outcome));
                }
            }
        }
    }
}
