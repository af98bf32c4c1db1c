package dev.schemalatch.cli;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.DiffReport;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What kept a report from telling everything, one line each, for people who look at standard error. */
final class Failures {

    private Failures() {}

    static List<String> of(CheckReport report) {
        return lines(Stream.of(
                        failures(report.migrations(), report.database(), report.history(), report.drift()),
                        report.unsure().stream(),
                        report.required().stream().flatMap(asked -> asked.holds().failure().stream()))
                .flatMap(each -> each));
    }

    static List<String> of(DiffReport report) {
        return lines(failures(report.expected(), report.actual(), report.drift()));
    }

    static String line(Failure failure) {
        return failure.reason() + ": " + failure.message();
    }

    private static Stream<Failure> failures(Finding<?>... findings) {
        return Stream.of(findings).map(Finding::failure).flatMap(Optional::stream);
    }

    private static List<String> lines(Stream<Failure> failures) {
        return failures.map(Failures::line).distinct().toList();
    }
}
