package dev.schemalatch.gate;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus.VersionGate;
import dev.schemalatch.api.v1alpha1.RolloutStatus;
import dev.schemalatch.failure.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workloads that ask one check, and what it tells them so far.
 *
 * @param check its name
 * @param rollouts in the order of their names
 */
public record Asking(String check, List<Rollout> rollouts, Admissions admissions) {

    public Asking {
        rollouts = List.copyOf(rollouts);
    }

    /** Nobody asks. */
    public static Asking nobody(String check) {
        return new Asking(check, List.of(), Admissions.stored(check, null));
    }

    /** The versions that they want to start, or have started last. */
    public List<Version> versions() {
        return rollouts.stream().map(this::version).distinct().toList();
    }

    /** The version that a workload wants to start, or has started last. */
    public Version version(Rollout rollout) {
        return admissions.version(rollout.template());
    }

    /** Whether somebody wants to start a version that was never looked at, or runs one that is not written down. */
    public boolean unanswered() {
        return rollouts.stream()
                .anyMatch(rollout -> !rollout.started() && answer(rollout).isEmpty() || runsUnwritten(rollout));
    }

    private boolean runsUnwritten(Rollout rollout) {
        return rollout.running().stream()
                .filter(template -> template.checks().contains(check))
                .anyMatch(template -> admissions
                        .answer(admissions.version(template), rollout.workload())
                        .filter(VersionGate::allowed)
                        .isEmpty());
    }

    /** Whether somebody waits. */
    public boolean waits() {
        return rollouts.stream().anyMatch(rollout -> told(rollout).isHeld());
    }

    /** The same as the check's status shows it. */
    public List<RolloutStatus> statuses(List<RolloutStatus> stored, String now) {
        return rollouts.stream().map(rollout -> status(rollout, stored, now)).toList();
    }

    private Optional<VersionGate> answer(Rollout rollout) {
        return admissions.answer(version(rollout), rollout.workload());
    }

    private Told told(Rollout rollout) {
        var answer = answer(rollout);
        var allowed = answer.filter(VersionGate::allowed);
        if (allowed.filter(version -> !Reason.AlreadyRunning.name().equals(version.reason()))
                .isPresent()) {
            return Told.of(allowed.orElseThrow());
        }
        if (rollout.bypass().isPresent()) {
            return new Told(
                    MigrationDriftCheckStatus.Rollout.Allowed,
                    Reason.RolloutBypassed.name(),
                    rollout.bypass().orElseThrow().sentence());
        }
        if (rollout.exempt()) {
            return allowedBy(Reason.GateUnsupported);
        }
        if (rollout.started()) {
            return allowedBy(Reason.AlreadyRunning);
        }
        return answer.map(Told::of)
                .orElseGet(() -> new Told(
                        MigrationDriftCheckStatus.Rollout.Held,
                        Reason.NotCheckedYet.name(),
                        "this version was not looked at yet"));
    }

    private static Told allowedBy(Reason reason) {
        return new Told(MigrationDriftCheckStatus.Rollout.Allowed, reason.name(), reason.meaning());
    }

    private RolloutStatus status(Rollout rollout, List<RolloutStatus> stored, String now) {
        var told = told(rollout);
        var source = version(rollout).shown();
        var since = stored.stream()
                .filter(before -> before.kind().equals(rollout.kind()))
                .filter(before -> before.name().equals(rollout.name()))
                .filter(before -> source.equals(before.source()))
                .filter(before -> told.state() == before.state())
                .findFirst()
                .map(RolloutStatus::since)
                .orElse(now);
        return new RolloutStatus(
                rollout.kind(), rollout.name(), source, told.state(), told.reason(), told.message(), since);
    }

    /** What a workload is told. */
    private record Told(
            MigrationDriftCheckStatus.Rollout state,
            @Nullable String reason,
            @Nullable String message) {

        static Told of(VersionGate version) {
            return new Told(
                    version.allowed()
                            ? MigrationDriftCheckStatus.Rollout.Allowed
                            : MigrationDriftCheckStatus.Rollout.Held,
                    version.reason(),
                    version.message());
        }

        boolean isHeld() {
            return Objects.equals(state, MigrationDriftCheckStatus.Rollout.Held);
        }
    }
}
