package dev.schemalatch.gate;

import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.verdict.Hold;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rule of the gate: a version may start if every migration that it ships is applied, with the same content. Never equality:
 * a database that is ahead of a version does not hold it, and neither does what the migrations made that it does not ship.
 * What else holds is the check's policy.
 */
public final class GateRule {

    private static final int NAMES_SHOWN = 3;
    private static final List<Hold> WORST_FIRST =
            List.of(Hold.Failed, Hold.Edited, Hold.Missing, Hold.Pending, Hold.Drift, Hold.Precondition, Hold.Unknown);

    private final SortedSet<Hold> policy;

    /** The rule under a policy. */
    public GateRule(Set<Hold> policy) {
        this.policy = new TreeSet<>(policy);
    }

    /**
     * Decides.
     *
     * @param history the files that the version ships against the tool's history
     * @param drift the live schema against the applied migrations
     * @param unmet names of preconditions that do not hold
     */
    public Decision judge(Finding<History> history, Finding<Drift> drift, Finding<List<String>> unmet) {
        var findings = new EnumMap<Hold, Held>(Hold.class);
        findings.putAll(ofHistory(history));
        drift.failure().ifPresent(why -> findings.put(Hold.Unknown, Held.because(why)));
        unmet.failure().ifPresent(why -> findings.put(Hold.Unknown, Held.because(why)));
        drift.known().flatMap(GateRule::ofDrift).ifPresent(held -> findings.put(Hold.Drift, held));
        unmet.known()
                .filter(names -> !names.isEmpty())
                .ifPresent(names -> findings.put(
                        Hold.Precondition, new Held(Reason.PreconditionUnmet, "does not hold: " + names(names))));
        findings.keySet().retainAll(policy);
        return findings.isEmpty() ? allowed(history) : held(findings);
    }

    /** What of the history alone holds a version, under this policy. */
    public SortedSet<Hold> holds(Finding<History> history) {
        var holds = new TreeSet<>(ofHistory(history).keySet());
        holds.retainAll(policy);
        return holds;
    }

    private static Map<Hold, Held> ofHistory(Finding<History> finding) {
        return switch (finding) {
            case Finding.Unknown<History>(Failure why) -> Map.of(Hold.Unknown, Held.because(why));
            case Finding.Known<History>(History history) -> ofHistory(history);
        };
    }

    private static Map<Hold, Held> ofHistory(History history) {
        var holds = new TreeMap<Hold, Held>();
        var stopped = history.failed().stream()
                .filter(failed -> failed.state() != History.Failed.State.RUNNING)
                .map(History.Failed::name)
                .toList();
        var running = history.failed().stream()
                .map(History.Failed::name)
                .filter(name -> !stopped.contains(name))
                .toList();
        if (!running.isEmpty()) {
            holds.put(Hold.Pending, new Held(Reason.MigrationRunning, "being applied now: " + names(running)));
        } else if (!history.pending().isEmpty()) {
            holds.put(
                    Hold.Pending,
                    new Held(
                            Reason.MigrationsPending,
                            "%d of %d migrations not applied: %s"
                                    .formatted(
                                            history.pending().size(),
                                            history.shipped().size(),
                                            names(history.pending()))));
        }
        if (!stopped.isEmpty()) {
            holds.put(Hold.Failed, new Held(Reason.MigrationFailed, "not finished: " + names(stopped)));
        }
        if (!history.edited().isEmpty()) {
            holds.put(
                    Hold.Edited,
                    new Held(
                            Reason.MigrationsEdited,
                            "applied with other content than this version ships: " + names(history.edited())));
        }
        if (history.relation() == History.Relation.DIVERGED) {
            holds.put(
                    Hold.Missing,
                    new Held(
                            Reason.HistoryDiverged,
                            "applied, and not in its files, beside others that are not applied: "
                                    + names(history.missing())));
        }
        return holds;
    }

    private static Optional<Held> ofDrift(Drift drift) {
        var own = drift.differences().stream()
                .filter(difference -> difference.cause().kind() != Cause.Kind.MissingMigration)
                .map(Difference::key)
                .map(Object::toString)
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(
                        Reason.SchemaDrifted,
                        "%d %s not as the migrations make them: %s"
                                .formatted(own.size(), own.size() == 1 ? "object" : "objects", names(own))));
    }

    private static Decision allowed(Finding<History> history) {
        var shipped = history.known().map(known -> known.shipped().size());
        return new Decision(
                new TreeSet<>(),
                Reason.Verified,
                shipped.map("nothing holds it; it ships %d migrations"::formatted)
                        .orElse("nothing holds it"));
    }

    private static Decision held(Map<Hold, Held> findings) {
        var byWeight = WORST_FIRST.stream()
                .filter(findings::containsKey)
                .map(findings::get)
                .toList();
        return new Decision(
                new TreeSet<>(findings.keySet()),
                byWeight.get(0).reason(),
                byWeight.stream().map(Held::message).distinct().collect(Collectors.joining("; ")));
    }

    private static String names(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? "%s and %d more".formatted(shown, names.size() - NAMES_SHOWN) : shown;
    }

    private record Held(Reason reason, String message) {

        static Held because(Failure why) {
            return new Held(why.reason(), why.message());
        }
    }
}
