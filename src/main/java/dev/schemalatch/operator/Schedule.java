package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.AttemptStatus;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.Asking;
import dev.schemalatch.verdict.Judgement.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a resource is checked. Everything it goes by stands in the resource, so that an operator that starts again repeats
 * nothing early and forgets nothing.
 */
final class Schedule {

    /** The first pause after a check that could not tell; the next ones double up to the interval. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final Duration SHORTEST_GLANCING = Duration.ofSeconds(1);
    private static final Duration LONGEST_GLANCING = Duration.ofSeconds(10);
    private static final int GLANCES_PER_WAIT = 60;
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
     * @param asking the rollouts that ask it
     */
    Due due(MigrationDriftCheck check, String inputs, Asking asking, Instant now) {
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
        if (attempt == null || isAsked(check, status) || !inputs.equals(attempt.inputs()) || asking.unanswered()) {
            return new Due.Now();
        }
        return Times.read(status.nextCheckTime())
                .filter(now::isBefore)
                .map(at -> until(at, status, asking, now))
                .orElseGet(Due.Now::new);
    }

    private static Due until(Instant at, MigrationDriftCheckStatus status, Asking asking, Instant now) {
        if (!asking.statuses(status.rollouts(), Times.write(now)).equals(status.rollouts())) {
            return new Due.Rollouts();
        }
        if (!asking.waits()) {
            return new Due.Later(at);
        }
        return glancesCannotTell(status) && isOld(status.lastAttempt(), now) ? new Due.Now() : new Due.Glance(at);
    }

    /** Preconditions are their author's queries, and no glance asks them. */
    private static boolean glancesCannotTell(MigrationDriftCheckStatus status) {
        return status.rollouts().stream()
                .anyMatch(rollout -> rollout.state() == MigrationDriftCheckStatus.Rollout.Held
                        && Reason.PreconditionUnmet.name().equals(rollout.reason()));
    }

    private static boolean isOld(@Nullable AttemptStatus attempt, Instant now) {
        return Optional.ofNullable(attempt)
                .flatMap(last -> Times.read(last.at()))
                .filter(at -> at.plus(LONGEST_GLANCING).isAfter(now))
                .isEmpty();
    }

    /** The pause between two glances: a second at first, more for those who wait for long. */
    static Duration glancing(MigrationDriftCheckStatus status, Instant now) {
        var waited = status.rollouts().stream()
                .filter(rollout -> rollout.state() == MigrationDriftCheckStatus.Rollout.Held)
                .flatMap(rollout -> Times.read(rollout.since()).stream())
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
        return waited.dividedBy(GLANCES_PER_WAIT).compareTo(LONGEST_GLANCING) > 0
                ? LONGEST_GLANCING
                : Collections.max(List.of(SHORTEST_GLANCING, waited.dividedBy(GLANCES_PER_WAIT)));
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
