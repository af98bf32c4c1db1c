package dev.schemalatch.gate;

import dev.schemalatch.api.v1alpha1.RolloutGateStatus;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus.CheckGate;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus.VersionGate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a namespace's checks let start, all together. */
public record NamespaceGate(RolloutGateStatus status) {

    /** What becomes of a workload's present template. */
    public sealed interface Answer {

        /** It may start. */
        record Open() implements Answer {}

        /**
         * It is held.
         *
         * @param pause whether the workload is to be paused meanwhile
         */
        record Shut(String message, boolean pause) implements Answer {}

        /** It asks nobody, or somebody who is not there. */
        record Astray(String message) implements Answer {}
    }

    /** What one check remembers. */
    public Admissions of(String check) {
        return Admissions.stored(check, find(check).orElse(null));
    }

    private Optional<CheckGate> find(String check) {
        return status.checks().stream()
                .filter(gate -> gate.name().equals(check))
                .findFirst();
    }

    /** The same with a check's memory in the place of what was stored of it. */
    public NamespaceGate with(Admissions admissions) {
        var checks = new ArrayList<CheckGate>();
        status.checks().stream()
                .filter(gate -> !gate.name().equals(admissions.gate().name()))
                .forEach(checks::add);
        checks.add(admissions.gate());
        checks.sort(Comparator.comparing(CheckGate::name));
        return new NamespaceGate(new RolloutGateStatus(checks, status.exempt()));
    }

    /** The same without a check. */
    public NamespaceGate without(String check) {
        var checks = status.checks().stream()
                .filter(gate -> !gate.name().equals(check))
                .toList();
        return new NamespaceGate(new RolloutGateStatus(checks, status.exempt()));
    }

    /** The same where a workload is held or cannot be. */
    public NamespaceGate exempting(String workload, boolean exempt) {
        var exempted = new TreeSet<>(status.exempt());
        if (exempt) {
            exempted.add(workload);
        } else {
            exempted.remove(workload);
        }
        return new NamespaceGate(
                new RolloutGateStatus(status.checks(), exempted.stream().toList()));
    }

    /** What becomes of a workload; the chart's policy gives the same answer to its ReplicaSet. */
    public Answer answer(Rollout rollout) {
        if (rollout.bypass().isPresent() || status.exempt().contains(rollout.workload())) {
            return new Answer.Open();
        }
        var checks = rollout.template().checks();
        if (checks.isEmpty()) {
            return new Answer.Astray("the pod template names no check: add the annotation " + GatedTemplate.CHECK);
        }
        var missing = checks.stream().filter(check -> find(check).isEmpty()).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return new Answer.Astray(
                    "there is no MigrationDriftCheck %s in this namespace; the pod template names it in %s"
                            .formatted(missing, GatedTemplate.CHECK));
        }
        var shut = checks.stream().filter(check -> !isOpen(rollout, check)).toList();
        return shut.isEmpty()
                ? new Answer.Open()
                : new Answer.Shut(
                        shut.stream().map(check -> message(rollout, check)).collect(Collectors.joining("; ")),
                        shut.stream().anyMatch(check -> pauses(rollout, check)));
    }

    private Optional<VersionGate> answer(Rollout rollout, String check) {
        var admissions = of(check);
        return admissions.answer(admissions.version(rollout.template()), rollout.workload());
    }

    private boolean isOpen(Rollout rollout, String check) {
        return answer(rollout, check).filter(VersionGate::allowed).isPresent();
    }

    private String message(Rollout rollout, String check) {
        return check + ": " + answer(rollout, check).map(VersionGate::message).orElse("not looked at yet");
    }

    /** Nothing is paused before it was looked at: it may be let through in a second. */
    private boolean pauses(Rollout rollout, String check) {
        return answer(rollout, check).isPresent()
                && find(check).map(CheckGate::pauseWhileHeld).orElse(false);
    }
}
