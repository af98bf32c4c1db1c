package dev.schemalatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Planning;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.source.FolderSource;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL that is shown for a scenario is proven, and mends the database that it is shown for. */
class ScenarioRepairIT {

    private static final Checker CHECKER = Checkers.real();

    @ParameterizedTest
    @MethodSource("dev.schemalatch.scenario.Scenario#all")
    @Execution(ExecutionMode.CONCURRENT)
    void theRepairOfAScenarioLeavesNothingThatAToolsCommandWouldNotMend(Scenario scenario) {
        try (var database = Databases.create();
                var stage = Stage.set(database, scenario)) {
            var report = CHECKER.check(request(scenario, database).planning(Planning.Probed));
            var plan = report.plan().flatMap(Finding::known);
            if (plan.isEmpty()) {
                assertThat(report.plan()).isEmpty();
                return;
            }

            assertThat(plan.get().scripts())
                    .allSatisfy(script -> assertThat(script.proof().proven())
                            .as("%s: %s", script.purpose(), script.proof().why())
                            .isTrue());
            database.run(plan.get().repair().sqlWithLoss());
            var left = CHECKER.check(request(scenario, database)).drift().orThrow();
            assertThat(left.differences()).as(plan.get().repair().sqlWithLoss()).allSatisfy(difference -> assertThat(
                            difference.cause().kind())
                    .isIn(Cause.Kind.NotRecorded, Cause.Kind.PartialMigration));
        }
    }

    private static CheckRequest request(Scenario scenario, TestDatabase database) {
        return CheckRequest.of(
                "scenario", database.settings(), new FolderSource(scenario.migrations()), Duration.ofMinutes(2));
    }
}
