package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a check could not tell everything, in the order of the road. */
record Failures(List<Failure> all) {

    Failures {
        all = List.copyOf(all);
    }

    static Failures of(CheckReport report) {
        var findings = Stream.<Finding<?>>of(
                report.migrations(), report.database(), report.history(), report.drift(), report.preconditions());
        return new Failures(
                Stream.concat(findings.flatMap(finding -> finding.failure().stream()), report.unsure().stream())
                        .distinct()
                        .toList());
    }

    /** The report of a check that could not even begin. */
    static CheckReport nothingKnown(Failure why) {
        return CheckReport.unknown(why);
    }

    /** What somebody has to change. */
    Optional<Failure> stalled() {
        return all.stream().filter(Failure.Stalled.class::isInstance).findFirst();
    }

    /** The one to tell people of: what they can change, else what is broken, else what is in the way. */
    Optional<Failure> chief() {
        return stalled()
                .or(() ->
                        all.stream().filter(Failure.Transient.class::isInstance).findFirst())
                .or(() -> all.stream().findFirst());
    }

    /** Whether nothing is wrong: all that is in the way passes by itself. */
    boolean onlyWaiting() {
        return !all.isEmpty() && all.stream().allMatch(Failure.Waiting.class::isInstance);
    }
}
