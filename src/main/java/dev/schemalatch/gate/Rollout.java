package dev.schemalatch.gate;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A workload that asks before it starts the version of its present template.
 *
 * @param workload kind and name: {@code Deployment/web}
 * @param uid the workload's
 * @param template what its present template asks
 * @param started whether that version runs already
 * @param running what runs of it, the present template's version or older ones
 * @param bypass somebody's word that it may start whatever is found
 * @param exempt whether it cannot be held without stopping what serves
 */
public record Rollout(
        String workload,
        String uid,
        GatedTemplate template,
        boolean started,
        List<GatedTemplate> running,
        Optional<Bypass> bypass,
        boolean exempt) {

    private static final String HASH = "pod-template-hash";

    public Rollout {
        running = List.copyOf(running);
    }

    /**
     * A Deployment as it stands.
     *
     * @param replicaSets of the namespace; what is not the Deployment's is passed over
     * @return empty where it does not ask
     */
    public static Optional<Rollout> of(Deployment deployment, Collection<ReplicaSet> replicaSets) {
        var wanted = deployment.getSpec().getTemplate();
        var own = replicaSets.stream()
                .filter(replicaSet -> isOwned(replicaSet, deployment))
                .filter(Rollout::runs)
                .filter(replicaSet -> hasPods(replicaSet) || isOf(replicaSet, wanted))
                .toList();
        return GatedTemplate.of(wanted)
                .map(template -> new Rollout(
                        name(deployment),
                        deployment.getMetadata().getUid(),
                        template,
                        own.stream().anyMatch(replicaSet -> isOf(replicaSet, wanted)),
                        own.stream()
                                .flatMap(one -> GatedTemplate.of(one.getSpec().getTemplate()).stream())
                                .toList(),
                        Bypass.of(deployment.getMetadata()),
                        isReplacedAtOnce(deployment)));
    }

    /** Whether old pods go before new ones come: then nothing can be held without an outage. */
    public static boolean isReplacedAtOnce(Deployment deployment) {
        return Optional.ofNullable(deployment.getSpec().getStrategy())
                .filter(strategy -> "Recreate".equals(strategy.getType()))
                .isPresent();
    }

    /** The workload's kind. */
    public String kind() {
        return workload.substring(0, workload.indexOf('/'));
    }

    /** The workload's name. */
    public String name() {
        return workload.substring(workload.indexOf('/') + 1);
    }

    /** Whether it asks that check. */
    public boolean asks(String check) {
        return template.checks().contains(check);
    }

    /** Kind and name. */
    public static String name(HasMetadata workload) {
        return workload.getKind() + "/" + workload.getMetadata().getName();
    }

    /** One without pods is scaled up again and need not be made again. */
    private static boolean hasPods(ReplicaSet replicaSet) {
        return Optional.ofNullable(replicaSet.getSpec().getReplicas()).orElse(1) > 0;
    }

    private static boolean isOf(ReplicaSet replicaSet, PodTemplateSpec template) {
        return unhashed(replicaSet.getSpec().getTemplate()).equals(unhashed(template));
    }

    /** A ReplicaSet was let through; where its pods wait for their readiness, one of them must have been. */
    private static boolean runs(ReplicaSet replicaSet) {
        return GatedTemplate.of(replicaSet.getSpec().getTemplate())
                .map(template -> !template.byReadiness() || ready(replicaSet) > 0)
                .orElse(true);
    }

    private static int ready(ReplicaSet replicaSet) {
        return Optional.ofNullable(replicaSet.getStatus())
                .map(status -> status.getReadyReplicas())
                .orElse(0);
    }

    private static boolean isOwned(ReplicaSet replicaSet, Deployment deployment) {
        return replicaSet.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .map(OwnerReference::getUid)
                .anyMatch(deployment.getMetadata().getUid()::equals);
    }

    private static PodTemplateSpec unhashed(PodTemplateSpec template) {
        return new PodTemplateSpecBuilder(template)
                .editOrNewMetadata()
                .removeFromLabels(HASH)
                .endMetadata()
                .build();
    }
}
