package dev.schemalatch.check;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.ddl.Attempt;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Planner;
import dev.schemalatch.remedy.Proof;
import dev.schemalatch.remedy.Rounds;
import dev.schemalatch.remedy.Script;
import dev.schemalatch.remedy.Script.Purpose;
import dev.schemalatch.remedy.Step;
import dev.schemalatch.shadow.Scratch;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Proves scripts in a scratch database that has the expected schema: the catch-up makes of it what the live database has, which
 * is a copy of the live schema then, and the repair makes of that copy what is expected.
 */
final class Prover {

    private final Bench bench;
    private final Blueprint expected;
    private final Blueprint live;

    /**
     * @param scratch with the expected schema
     * @param scope what is compared, of any catalog
     */
    Prover(Scratch scratch, UnaryOperator<Catalog> scope, Blueprint live) {
        scratch.execute("RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; SET check_function_bodies = off");
        this.bench = new Bench(scratch, scope);
        this.expected = bench.blueprint();
        this.live = within(scope, live);
    }

    private Prover(Bench bench, Blueprint expected, Blueprint live) {
        this.bench = bench;
        this.expected = expected;
        this.live = live;
    }

    /** Makes of an empty scratch database what is expected, then plans and proves. */
    Plan planFrom(Blueprint wanted) {
        var target = within(bench.scope(), wanted);
        var built = Rounds.atAnyPrice(bench, target);
        if (built.reached()) {
            return new Prover(bench, target, live).plan();
        }
        var why = "no exact copy of the expected schema could be made: "
                + proof(built).why();
        return new Plan(
                script(Purpose.repair, live, target, Proof.Unproven.because(why)),
                script(Purpose.catch_up, target, live, Proof.Unproven.because(why)),
                List.of());
    }

    /** Plans, and proves what it plans. */
    Plan plan() {
        var catchUp = mend(Purpose.catch_up, live);
        return catchUp.proof().proven()
                ? new Plan(mend(Purpose.repair, expected), catchUp, List.of())
                : new Plan(unproven(), catchUp, List.of());
    }

    private Script mend(Purpose purpose, Blueprint target) {
        var before = bench.blueprint();
        var harmless = Rounds.withoutLoss(bench, target);
        if (harmless.stop().isPresent()) {
            return script(purpose, before, target, proof(harmless));
        }
        var rest = Rounds.atAnyPrice(bench, target);
        var proof = proof(rest);
        return proof.proven()
                ? new Script(purpose, harmless.steps(), rest.steps(), proof)
                : script(purpose, before, target, proof);
    }

    private static Proof proof(Rounds.Outcome outcome) {
        if (outcome.stop().isPresent()) {
            var stop = outcome.stop().get();
            return Proof.Unproven.because("in the scratch database PostgreSQL refused the step for %s: %s."
                    .formatted(stop.step().object(), stop.message()));
        }
        if (outcome.left().isEmpty()) {
            return new Proof.Proven();
        }
        var why = outcome.untried().stream()
                .findFirst()
                .map(one -> "the scratch database does not permit the step for %s: %s."
                        .formatted(one.step().object(), one.message()))
                .orElse("after it some objects still differ.");
        return new Proof.Unproven(why, outcome.left().differences());
    }

    private Script unproven() {
        return script(
                Purpose.repair,
                live,
                expected,
                Proof.Unproven.because(
                        "no exact copy of the live schema could be made to run it on (see catch_up.sql)."));
    }

    /** The plan as far as it can be made by thought alone. */
    private static Script script(Purpose purpose, Blueprint from, Blueprint to, Proof proof) {
        var harmless = Planner.planWithoutLoss(from, to);
        var losing = Planner.plan(from, to).stream()
                .filter(step -> !harmless.contains(step))
                .toList();
        return new Script(purpose, harmless, losing, proof);
    }

    private static Blueprint within(UnaryOperator<Catalog> scope, Blueprint blueprint) {
        return new Blueprint(scope.apply(blueprint.catalog()), blueprint.dependencies());
    }

    private record Bench(Scratch scratch, UnaryOperator<Catalog> scope) implements Rounds.Bench {

        @Override
        public Blueprint blueprint() {
            return within(scope, scratch.blueprint());
        }

        @Override
        public Attempt run(Step step) {
            return scratch.attempt(step.statement());
        }
    }
}
