package dev.schemalatch.gate;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod that is not ready before its version may start.
 *
 * @param deployment that it belongs to, through its ReplicaSet; empty where it does not
 * @param told what it was told last
 */
public record GatedPod(GatedTemplate template, Optional<String> deployment, Optional<PodCondition> told) {

    /** The condition that it waits for. */
    public static final String CONDITION = GatedTemplate.READINESS;

    /** A pod that names our readiness gate; empty where it does not. */
    public static Optional<GatedPod> of(Pod pod) {
        return GatedTemplate.of(new PodTemplateSpec(pod.getMetadata(), pod.getSpec()))
                .filter(GatedTemplate::byReadiness)
                .map(template -> new GatedPod(template, deployment(pod), told(pod)));
    }

    /** A Deployment names its ReplicaSets by its own name and the hash that their pods carry as a label. */
    private static Optional<String> deployment(Pod pod) {
        var hash = "-" + pod.getMetadata().getLabels().getOrDefault("pod-template-hash", "");
        return pod.getMetadata().getOwnerReferences().stream()
                .filter(owner -> owner.getKind().equals("ReplicaSet"))
                .map(OwnerReference::getName)
                .filter(name -> hash.length() > 1 && name.endsWith(hash))
                .map(name -> name.substring(0, name.length() - hash.length()))
                .findFirst();
    }

    private static Optional<PodCondition> told(Pod pod) {
        return Stream.ofNullable(pod.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getConditions()).flatMap(List::stream))
                .filter(condition -> CONDITION.equals(condition.getType()))
                .findFirst();
    }

    /** Whether it was not let through yet. */
    public boolean waits() {
        return told.filter(condition -> "True".equals(condition.getStatus())).isEmpty();
    }

    /** Whether it was told this already. */
    public boolean isTold(String message) {
        return told.filter(condition -> message.equals(condition.getMessage())).isPresent();
    }

    /** What it asks, with somebody's word for its workload. */
    public Rollout rollout(Optional<Bypass> bypass) {
        var workload = "Deployment/" + deployment.orElse("");
        return new Rollout(workload, "", template, false, List.of(), bypass, false);
    }
}
