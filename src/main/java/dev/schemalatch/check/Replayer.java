package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Effect;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.shadow.ReplayException;
import dev.schemalatch.shadow.Scratch;
import dev.schemalatch.shadow.ShadowServer;
import dev.schemalatch.tool.Migration;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Asks PostgreSQL what the migrations produce, and remembers the answer. */
final class Replayer {

    private final ReplayCache cache;

    Replayer(ReplayCache cache) {
        this.cache = cache;
    }

    /**
     * Replays the plan in a scratch database.
     *
     * @param needsExplaining whether, given the expected schema, the effects of what is not applied are wanted too
     * @throws dev.schemalatch.failure.FailedException where an applied migration does not replay, or the shadow cannot be had
     */
    Replayed replay(ShadowServer server, ReplayPlan plan, Predicate<Catalog> needsExplaining) {
        var key = plan.key();
        var known =
                cache.find(key).filter(replayed -> replayed.explained() || !needsExplaining.test(replayed.expected()));
        return known.orElseGet(() -> {
            var replayed = server.scratch(plan.preparation(), scratch -> replay(scratch, plan, needsExplaining));
            cache.keep(key, replayed);
            return replayed;
        });
    }

    private static Replayed replay(Scratch scratch, ReplayPlan plan, Predicate<Catalog> needsExplaining) {
        plan.applied().forEach(scratch::apply);
        var expected = scratch.catalog();
        return new Rest(scratch, plan, needsExplaining.test(expected)).replay(expected);
    }

    /** The migrations that are not applied, one by one, on top of those that are. */
    private static final class Rest {

        private final Scratch scratch;
        private final ReplayPlan plan;
        private final boolean explain;
        private final ArrayList<Effect> effects = new ArrayList<>();
        private final ArrayList<Failure> broken = new ArrayList<>();
        private final TreeMap<String, String> stops = new TreeMap<>();

        Rest(Scratch scratch, ReplayPlan plan, boolean explain) {
            this.scratch = scratch;
            this.plan = plan;
            this.explain = explain;
        }

        Replayed replay(Catalog expected) {
            var before = expected;
            for (var migration : plan.rest()) {
                var done = attempt(migration);
                if (explain) {
                    var after = scratch.catalog();
                    effects.add(new Effect(cause(migration), migration.name(), before, after));
                    before = after;
                }
                if (!done) {
                    break;
                }
            }
            return new Replayed(expected, effects, explain, broken, stops);
        }

        /** Applies one migration; one that already failed on the database may well fail here, which is no news. */
        private boolean attempt(Migration migration) {
            try {
                scratch.apply(migration);
                return true;
            } catch (ReplayException e) {
                if (plan.failed().contains(migration.name())) {
                    stops.put(migration.name(), e.stop().stoppedAt());
                    return true;
                }
                if (stops.isEmpty()) {
                    broken.add(e.failure());
                }
                return false;
            }
        }

        private Cause.Kind cause(Migration migration) {
            return plan.failed().contains(migration.name()) ? Cause.Kind.PartialMigration : Cause.Kind.NotRecorded;
        }
    }
}
