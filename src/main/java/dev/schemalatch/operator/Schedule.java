package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.AttemptStatus;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a resource is checked. Everything it goes by stands in the resource, so that an operator that starts again repeats
 * nothing early and forgets nothing.
 */
final class Schedule {

    /** The first pause after a check that could not tell; the next ones double up to the interval. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final double JITTER = 0.1;
    private static final int LAST_DOUBLING = 16;

    private final RandomGenerator random;

    Schedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Decides.
     *
     * @param inputs digest of the watched ConfigMaps that the resource names
     */
    Due due(MigrationDriftCheck check, String inputs, Instant now) {
        var status = Optional.ofNullable(check.getStatus()).orElseGet(MigrationDriftCheckStatus::empty);
        var generation = check.getMetadata().getGeneration();
        var known = Objects.equals(status.observedGeneration(), generation);
        if (Settings.lenient(check.getSpec()).suspended()) {
            return known && Conditions.says(status, Conditions.RECONCILING, Reason.Suspended)
                    ? new Due.Rest()
                    : new Due.Suspension();
        }
        if (!known) {
            return announced(status, generation) ? new Due.Now() : new Due.Announcement();
        }
        var attempt = status.lastAttempt();
        if (attempt == null || isAsked(check, status) || !inputs.equals(attempt.inputs())) {
            return new Due.Now();
        }
        return Times.read(status.nextCheckTime())
                .filter(now::isBefore)
                .<Due>map(Due.Later::new)
                .orElseGet(Due.Now::new);
    }

    private static boolean announced(MigrationDriftCheckStatus status, Long generation) {
        return Conditions.find(status, Conditions.RECONCILING)
                .filter(condition -> condition.status() == Truth.True)
                .filter(condition -> Objects.equals(condition.observedGeneration(), generation))
                .isPresent();
    }

    /** Whether somebody asks for a check that was not tried yet. */
    static boolean isAsked(MigrationDriftCheck check, MigrationDriftCheckStatus status) {
        var answered = Optional.ofNullable(status.lastAttempt()).map(AttemptStatus::checkNow);
        return checkNow(check).isPresent() && !checkNow(check).equals(answered);
    }

    /** The value of the annotation that asks for a check at once. */
    static Optional<String> checkNow(MigrationDriftCheck check) {
        return Optional.ofNullable(check.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(MigrationDriftCheck.CHECK_NOW))
                .map(value -> Text.bounded(value, Text.NAME));
    }

    /** When to check again after a check that could tell. */
    Instant afterAnswer(Instant now, Duration interval) {
        return now.plus(jittered(interval));
    }

    /**
     * When to check again after one that could not: soon, since it may have been a hiccup or somebody may be mending it at
     * this moment; then less and less often.
     *
     * @param unanswered how many checks in a row could not tell, this one included
     */
    Instant afterFailure(Instant now, Duration interval, Failure why, int unanswered) {
        var pause =
                switch (why) {
                    case Failure.Waiting ignored -> FIRST_PAUSE;
                    case Failure.Transient ignored -> doubled(unanswered);
                    case Failure.Stalled ignored -> doubled(unanswered);
                };
        return now.plus(jittered(pause.compareTo(interval) < 0 ? pause : interval));
    }

    private static Duration doubled(int unanswered) {
        return FIRST_PAUSE.multipliedBy(1L << Math.clamp(unanswered - 1L, 0, LAST_DOUBLING));
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
