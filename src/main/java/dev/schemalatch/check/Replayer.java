package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.shadow.ReplayException;
import dev.schemalatch.shadow.Scratch;
import dev.schemalatch.shadow.ShadowServer;
import dev.schemalatch.tool.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Asks PostgreSQL what the migrations produce, and remembers the answer. */
final class Replayer {

    private final ReplayCache<Replayed> cache;

    Replayer(ReplayCache<Replayed> cache) {
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
        var uncertain = new HashSet<ObjectKey>();
        for (var migration : plan.applied()) {
            if (plan.outdated().contains(migration.name())) {
                var before = scratch.catalog();
                scratch.apply(migration);
                uncertain.addAll(before.changedTo(scratch.catalog()));
            } else {
                scratch.apply(migration);
            }
        }
        var expected = scratch.catalog();
        return new Rest(scratch, plan, needsExplaining.test(expected), expected, uncertain).replay();
    }

    /**
     * The migrations that are not applied, on top of those that are. Each is looked at by itself, as long as they are few: where a
     * history was lost, hundreds are pending, and neighbours are looked at together.
     */
    private static final class Rest {

        private static final int LOOKS = 40;

        private final Scratch scratch;
        private final ReplayPlan plan;
        private final boolean explain;
        private final int together;
        private final ArrayList<Step> steps = new ArrayList<>();
        private final ArrayList<Failure> broken = new ArrayList<>();
        private final TreeMap<String, String> stops = new TreeMap<>();
        private final ArrayList<String> names = new ArrayList<>();
        private final List<String> standIns;
        private final Set<ObjectKey> uncertain;
        private Catalog before;

        Rest(Scratch scratch, ReplayPlan plan, boolean explain, Catalog expected, Set<ObjectKey> uncertain) {
            this.scratch = scratch;
            this.plan = plan;
            this.explain = explain;
            this.together = Math.ceilDiv(plan.rest().size(), LOOKS);
            this.standIns = scratch.standIns();
            this.before = expected;
            this.uncertain = Set.copyOf(uncertain);
        }

        Replayed replay() {
            var expected = before;
            for (var migration : plan.rest()) {
                if (migration.isCode()) {
                    break;
                }
                var failed = plan.failed().contains(migration.name());
                if (failed) {
                    look(Cause.Kind.NotRecorded);
                }
                var done = attempt(migration);
                names.add(migration.name());
                if (failed || names.size() >= together || !done) {
                    look(failed ? Cause.Kind.PartialMigration : Cause.Kind.NotRecorded);
                }
                if (!done) {
                    break;
                }
            }
            look(Cause.Kind.NotRecorded);
            return new Replayed(expected, uncertain, steps, explain, broken, stops, standIns);
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

        private void look(Cause.Kind kind) {
            if (explain && !names.isEmpty()) {
                var after = scratch.catalog();
                steps.add(Step.of(kind, names, before, after));
                before = after;
            }
            names.clear();
        }
    }
}
