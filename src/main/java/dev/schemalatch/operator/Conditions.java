package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement;
import dev.schemalatch.verdict.Judgement.Truth;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one builder of conditions. It starts from what is stored, so that a time of transition moves only where a status moves,
 * and ends with every type present.
 */
final class Conditions {

    static final String READY = "Ready";
    static final String RECONCILING = "Reconciling";
    static final String STALLED = "Stalled";
    static final String HISTORY = "HistoryInSync";
    static final String SCHEMA = "SchemaInSync";
    static final String ROLLOUT = "RolloutAllowed";

    /** In the order in which a status shows them. */
    static final List<String> TYPES = List.of(READY, RECONCILING, STALLED, HISTORY, SCHEMA, ROLLOUT);

    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final long generation;
    private final Instant now;

    private Conditions(MigrationDriftCheckStatus stored, long generation, Instant now) {
        this.generation = generation;
        this.now = now;
        stored.conditions().forEach(condition -> conditions.put(condition.type(), condition));
    }

    /** Starts from what is stored; what is not there yet is not known yet. */
    static Conditions from(MigrationDriftCheckStatus stored, long generation, Instant now) {
        var conditions = new Conditions(stored, generation, now);
        for (var type : TYPES) {
            if (find(stored, type).isEmpty()) {
                conditions.set(type, Truth.Unknown, Reason.NotCheckedYet, Reason.NotCheckedYet.meaning());
            }
        }
        return conditions;
    }

    Conditions set(String type, Truth status, Reason reason, String message) {
        var before = conditions.get(type);
        var since = before != null && before.status() == status ? before.lastTransitionTime() : Times.write(now);
        conditions.put(
                type,
                new Condition(type, status, reason.name(), Text.bounded(message, Text.MESSAGE), since, generation));
        return this;
    }

    Conditions set(String type, Judgement judgement) {
        return set(type, judgement.truth(), judgement.reason(), judgement.message());
    }

    /** Gives a new reason for what a condition says already. */
    Conditions explain(String type, Reason reason, String message) {
        var before = conditions.get(type);
        return set(type, before == null ? Truth.Unknown : before.status(), reason, message);
    }

    List<Condition> build() {
        return TYPES.stream().map(conditions::get).toList();
    }

    static Optional<Condition> find(MigrationDriftCheckStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    static boolean says(MigrationDriftCheckStatus status, String type, Reason reason) {
        return find(status, type)
                .filter(condition -> condition.reason().equals(reason.name()))
                .isPresent();
    }

    static boolean is(MigrationDriftCheckStatus status, String type, Truth truth) {
        return find(status, type)
                .filter(condition -> condition.status() == truth)
                .isPresent();
    }
}
