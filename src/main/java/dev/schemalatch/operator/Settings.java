package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec.GateSpec;
import dev.schemalatch.check.GoDuration;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Hold;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a resource wants to be checked, with the contract's defaults where it says nothing.
 *
 * @param interval pause between two checks
 * @param timeout wall clock of one check
 * @param policy findings that hold a rollout
 * @param pauseWhileHeld whether a Deployment is paused while its new version is held
 */
record Settings(
        Duration interval, Duration timeout, boolean suspended, SortedSet<Hold> policy, boolean pauseWhileHeld) {

    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(10);

    Settings {
        policy = Collections.unmodifiableSortedSet(new TreeSet<>(policy));
    }

    /**
     * Reads the settings of a spec.
     *
     * @throws FailedException {@code SpecInvalid} for what an API server without validation lets through
     */
    static Settings of(MigrationDriftCheckSpec spec) {
        var interval =
                duration("spec.interval", Optional.ofNullable(spec.interval()).orElse("5m"));
        if (interval.compareTo(LEAST_INTERVAL) < 0) {
            throw FailedException.of(Reason.SpecInvalid, "spec.interval must be at least 10s");
        }
        var timeout =
                duration("spec.timeout", Optional.ofNullable(spec.timeout()).orElse("2m"));
        return new Settings(interval, timeout, Boolean.TRUE.equals(spec.suspend()), policy(spec), pauses(spec));
    }

    /** The settings of a spec, with defaults in the place of what cannot be read. */
    static Settings lenient(MigrationDriftCheckSpec spec) {
        try {
            return of(spec);
        } catch (FailedException invalid) {
            return new Settings(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(2),
                    Boolean.TRUE.equals(spec.suspend()),
                    policy(spec),
                    pauses(spec));
        }
    }

    private static Duration duration(String field, String text) {
        return GoDuration.parse(text)
                .orElseThrow(() -> FailedException.of(
                        Reason.SpecInvalid, field + " is no duration; write it like 30s, 5m or 1h30m"));
    }

    private static boolean pauses(MigrationDriftCheckSpec spec) {
        return Optional.ofNullable(spec.gate()).map(GateSpec::pauseWhileHeld).orElse(false);
    }

    private static SortedSet<Hold> policy(MigrationDriftCheckSpec spec) {
        return new TreeSet<>(Optional.ofNullable(spec.gate())
                .map(GateSpec::holdOn)
                .map(Set::copyOf)
                .orElseGet(() -> Set.copyOf(List.of(Hold.values()))));
    }
}
