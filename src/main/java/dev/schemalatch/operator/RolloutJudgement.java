package dev.schemalatch.operator;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Hold;
import dev.schemalatch.verdict.Judgement;
import dev.schemalatch.verdict.Judgement.Truth;
import dev.schemalatch.verdict.Verdict;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a new revision may start by all that a check found: what the condition {@code RolloutAllowed} says. */
final class RolloutJudgement {

    private RolloutJudgement() {}

    /**
     * Judges.
     *
     * @param held what of the findings the policy holds on
     * @param aged says beside a failure how old the last results are
     */
    static Judgement of(CheckReport report, Failures failures, SortedSet<Hold> held, UnaryOperator<String> aged) {
        if (held.isEmpty()) {
            return allowed(report);
        }
        if (!withoutUnknown(held).isEmpty()) {
            return new Judgement(Truth.False, Reason.RolloutHeld, holding(report, held));
        }
        var why = failures.chief().orElseThrow();
        return new Judgement(Truth.Unknown, why.reason(), "held until it is known: " + aged.apply(why.message()));
    }

    private static Judgement allowed(CheckReport report) {
        if (report.assessment().schema().reason() == Reason.SchemaNotCompared
                && report.assessment().verdict() == Verdict.InSync) {
            return new Judgement(
                    Truth.True, Reason.NothingHolds, "the history is what the files say; the schema is not compared");
        }
        return report.assessment().verdict() == Verdict.InSync
                ? new Judgement(Truth.True, Reason.InSync, Reason.InSync.meaning())
                : new Judgement(
                        Truth.True,
                        Reason.NothingHolds,
                        "found, and not held by the policy: "
                                + names(report.assessment().found()));
    }

    private static String holding(CheckReport report, SortedSet<Hold> held) {
        var assessment = report.assessment();
        var unmet = report.preconditions().known().orElse(List.of());
        var facts = Stream.concat(
                        Stream.of(assessment.history(), assessment.schema())
                                .filter(judgement -> judgement.truth() != Truth.True)
                                .map(Judgement::message),
                        unmet.stream().map("precondition %s does not hold"::formatted))
                .distinct()
                .collect(Collectors.joining("; "));
        return "held on %s: %s".formatted(names(held), facts);
    }

    private static String names(SortedSet<Hold> holds) {
        return holds.stream().map(Hold::name).collect(Collectors.joining(", "));
    }

    private static SortedSet<Hold> withoutUnknown(SortedSet<Hold> holds) {
        var known = new TreeSet<>(holds);
        known.remove(Hold.Unknown);
        return known;
    }
}
