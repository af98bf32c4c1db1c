package dev.schemalatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Checker;
import dev.schemalatch.history.History;
import dev.schemalatch.source.FolderSource;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every history that a real program made, read by Auto and by the tool's name: what it says must be what the program says. */
class HistoriesIT {

    private static final Checker CHECKER = Checkers.real();

    @ParameterizedTest
    @MethodSource("dev.schemalatch.scenario.Recorded#all")
    @Execution(ExecutionMode.CONCURRENT)
    void aRecordedHistoryIsReadAsItsProgramReadsIt(Recorded recorded) {
        try (var database = Databases.create(Databases.ANY_MAJOR)) {
            database.run(recorded.database());

            check(recorded, report(recorded, database, true));
            if (recorded.auto()) {
                check(recorded, report(recorded, database, false));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.schemalatch.scenario.Recorded#all")
    void aRecordedHistoryHasNoFileThatNothingReads(Recorded recorded) {
        assertThat(recorded.unused()).isEmpty();
    }

    private static CheckReport report(Recorded recorded, TestDatabase database, boolean named) {
        var settings = recorded.schema().map(database::inSchema).orElseGet(database::settings);
        return CHECKER.check(
                CheckRequest.of("histories", settings, new FolderSource(recorded.migrations()), Duration.ofMinutes(2))
                        .of(recorded.choice(named)));
    }

    private static void check(Recorded recorded, CheckReport report) {
        assertThat(report.history().known())
                .as("history, or %s", report.history().failure())
                .isPresent();
        recorded.expectation().check(report);
        assertThat(report.migrations().orThrow().tool()).isEqualTo(recorded.tool());
        assertThat(report.history().orThrow().applied())
                .as(
                        "applied: %s",
                        report.history().orThrow().applied().stream()
                                .map(History.Done::name)
                                .toList())
                .hasSize(recorded.applied());
        recorded.notes()
                .forEach(note -> assertThat(report.notChecked()).as("notes").anySatisfy(line -> assertThat(line)
                        .contains(note)));
    }
}
