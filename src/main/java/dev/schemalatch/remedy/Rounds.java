package dev.schemalatch.remedy;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.ddl.Attempt;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.drift.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a schema to another in as many rounds as that takes, looking at the result after each: what becomes of a table's
 * indexes when it is attached to another is PostgreSQL's to say.
 */
public final class Rounds {

    private static final int MOST = 5;

    private Rounds() {}

    /** A schema that can be looked at and changed. */
    public interface Bench {

        Blueprint blueprint();

        Attempt run(Step step);
    }

    /**
     * How far it went.
     *
     * @param steps all that was run with success, and what could not be tried
     * @param untried of these, those that whoever ran them may not run
     * @param stop the step that failed, with what PostgreSQL said
     * @param left what still differs, seen from the target
     */
    public record Outcome(List<Step> steps, List<Stop> untried, Optional<Stop> stop, Drift left) {

        public Outcome {
            steps = List.copyOf(steps);
            untried = List.copyOf(untried);
        }

        public boolean reached() {
            return stop.isEmpty() && left.isEmpty();
        }
    }

    /** A step that did not go through, and what PostgreSQL said. */
    public record Stop(Step step, String message) {}

    /** What loses no data. */
    public static Outcome withoutLoss(Bench bench, Blueprint target) {
        return new Run(bench, target, Planner::planWithoutLoss).outcome();
    }

    /** Whatever it takes. */
    public static Outcome atAnyPrice(Bench bench, Blueprint target) {
        return new Run(bench, target, Planner::plan).outcome();
    }

    private interface Planning {
        List<Step> plan(Blueprint from, Blueprint to);
    }

    private static final class Run {

        private final Bench bench;
        private final Blueprint target;
        private final Planning planning;
        private final List<Step> steps = new ArrayList<>();
        private final List<Stop> untried = new ArrayList<>();
        private Optional<Stop> stop = Optional.empty();

        Run(Bench bench, Blueprint target, Planning planning) {
            this.bench = bench;
            this.target = target;
            this.planning = planning;
        }

        Outcome outcome() {
            var present = bench.blueprint();
            for (var round = 0; round < MOST && stop.isEmpty(); round++) {
                var next = planning.plan(present, target).stream()
                        .filter(step -> !steps.contains(step) || untried.isEmpty())
                        .toList();
                if (next.isEmpty()) {
                    break;
                }
                run(next);
                present = bench.blueprint();
            }
            return new Outcome(steps, untried, stop, Comparison.between(target.catalog(), present.catalog()));
        }

        private void run(List<Step> next) {
            for (var step : next) {
                switch (bench.run(step)) {
                    case Attempt.Refused(String message) -> {
                        stop = Optional.of(new Stop(step, message));
                        return;
                    }
                    case Attempt.NotPermitted(String message) -> untried.add(new Stop(step, message));
                    case Attempt.Done done -> {}
                }
                steps.add(step);
            }
        }
    }
}
