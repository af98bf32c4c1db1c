package dev.schemalatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Checker;
import dev.schemalatch.source.FolderSource;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code src/test/scenarios} on every supported major version, as a role that may do no more than read. */
class ScenarioIT {

    private static final Checker CHECKER = Checkers.real();

    static Stream<Arguments> scenariosOnEveryMajor() {
        return Scenario.all().flatMap(scenario -> Databases.majors().map(major -> Arguments.of(scenario, major)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("scenariosOnEveryMajor")
    @Execution(ExecutionMode.CONCURRENT)
    void aScenarioIsReportedAsItsFolderSays(Scenario scenario, int major) {
        try (var database = Databases.create(major);
                var stage = Stage.set(database, scenario)) {
            var history = scenario.history().map(lines -> new String[] {"public._prisma_migrations"});

            var report = CHECKER.check(CheckRequest.of(
                    "scenario",
                    database.reader(history.orElse(new String[0])),
                    new FolderSource(scenario.migrations()),
                    Duration.ofMinutes(2)));

            scenario.expectation().check(report);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.schemalatch.scenario.Scenario#all")
    void aScenarioHasNoFileThatNothingReads(Scenario scenario) {
        assertThat(scenario.unused()).isEmpty();
    }
}
