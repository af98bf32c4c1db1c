package dev.schemalatch.remedy;

import dev.schemalatch.catalog.Blueprint;
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

        /** Runs one statement; answers why it failed, or nothing. */
        Optional<String> run(Step step);
    }

    /**
     * How far it went.
     *
     * @param steps all that was run with success
     * @param stop the step that failed, with what PostgreSQL said
     * @param left what still differs, seen from the target
     */
    public record Outcome(List<Step> steps, Optional<Stop> stop, Drift left) {

        public Outcome {
            steps = List.copyOf(steps);
        }

        public boolean reached() {
            return stop.isEmpty() && left.isEmpty();
        }
    }

    /** A step that the database refused. */
    public record Stop(Step step, String message) {}

    /** What loses no data. */
    public static Outcome withoutLoss(Bench bench, Blueprint target) {
        return run(bench, target, Planner::planWithoutLoss);
    }

    /** Whatever it takes. */
    public static Outcome atAnyPrice(Bench bench, Blueprint target) {
        return run(bench, target, Planner::plan);
    }

    private interface Planning {
        List<Step> plan(Blueprint from, Blueprint to);
    }

    private static Outcome run(Bench bench, Blueprint target, Planning planning) {
        var done = new ArrayList<Step>();
        var stop = Optional.<Stop>empty();
        var present = bench.blueprint();
        for (var round = 0; round < MOST && stop.isEmpty(); round++) {
            var steps = planning.plan(present, target);
            if (steps.isEmpty()) {
                break;
            }
            stop = run(bench, steps, done);
            present = bench.blueprint();
        }
        return new Outcome(done, stop, Comparison.between(target.catalog(), present.catalog()));
    }

    private static Optional<Stop> run(Bench bench, List<Step> steps, List<Step> done) {
        for (var step : steps) {
            var refusal = bench.run(step);
            if (refusal.isPresent()) {
                return refusal.map(message -> new Stop(step, message));
            }
            done.add(step);
        }
        return Optional.empty();
    }
}
