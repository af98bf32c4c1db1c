package dev.schemalatch.remedy;

import dev.schemalatch.testing.DriftLines;

/** What became of a plan, for whoever has to find out why. */
final class Outcomes {

    private Outcomes() {}

    static String tell(String leg, Rounds.Outcome outcome) {
        var steps = String.join(
                "\n    ",
                outcome.steps().stream().map(step -> step.statement().sql()).toList());
        var stop = outcome.stop()
                .map(at -> "\n  STOP " + at.step().statement().sql() + "\n  " + at.message())
                .orElse("");
        var left = String.join("\n  LEFT ", DriftLines.of(outcome.left()));
        return "%s%s\n  LEFT %s\n  after\n    %s\n".formatted(leg, stop, left, steps);
    }
}
