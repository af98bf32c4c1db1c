package dev.schemalatch.operator;

import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Glance;
import dev.schemalatch.check.Glancer;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.gate.GateRule;
import dev.schemalatch.verdict.Hold;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Looks at a database while a rollout waits for it, and tells whether a check is worth its price. What it compares with is
 * what it saw right before the last check, so that nothing falls between the two; an operator that starts anew has seen
 * nothing, and checks.
 */
final class Lookout {

    /** Wall clock of a glance. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Glancer glancer;
    private final Map<ResourceID, Sight> before = new ConcurrentHashMap<>();

    Lookout(Glancer glancer) {
        this.glancer = glancer;
    }

    /** What a glance saw, as far as it matters to the gate: what holds each version, and the schema. */
    private record Sight(SortedMap<String, SortedSet<Hold>> holds, String schema) {

        static Sight of(Glance glance, GateRule rule) {
            var holds = new TreeMap<String, SortedSet<Hold>>();
            glance.candidates().forEach((id, history) -> holds.put(id, rule.holds(history)));
            return new Sight(holds, glance.schema());
        }

        /** What a version ships and is not applied holds it whatever becomes of the schema meanwhile. */
        boolean isNewsAfter(Sight last) {
            return !holds.equals(last.holds) || !schema.equals(last.schema) && mayOpen();
        }

        private boolean mayOpen() {
            return holds.isEmpty() || holds.values().stream().anyMatch(SortedSet::isEmpty);
        }

        static Sight none(Failure why) {
            return new Sight(new TreeMap<>(), why.reason().name());
        }
    }

    /** Remembers what is to be seen right before a check. */
    void remember(ResourceID check, Supplier<CheckRequest> request, Set<Hold> policy) {
        before.put(check, look(request, policy));
    }

    /** Whether there is anything else to be seen than before the last check. */
    boolean seesNews(ResourceID check, Supplier<CheckRequest> request, Set<Hold> policy) {
        var last = before.get(check);
        return last == null || look(request, policy).isNewsAfter(last);
    }

    /** Somebody else waits now, or the resource is gone. */
    void forget(ResourceID check) {
        before.remove(check);
    }

    private Sight look(Supplier<CheckRequest> request, Set<Hold> policy) {
        return switch (Finding.of(() -> glancer.glance(request.get()))) {
            case Finding.Known<Glance>(Glance glance) -> Sight.of(glance, new GateRule(policy));
            case Finding.Unknown<Glance>(Failure why) -> Sight.none(why);
        };
    }
}
