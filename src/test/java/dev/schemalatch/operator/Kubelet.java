package dev.schemalatch.operator;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says that pods run, and that they are ready where their readiness gates allow it. Nothing does run. */
final class Kubelet implements AutoCloseable, ResourceEventHandler<Pod> {

    private final KubernetesClient client;
    private final SharedIndexInformer<Pod> pods;

    Kubelet(KubernetesClient client) {
        this.client = client;
        this.pods = client.pods().inAnyNamespace().inform(this);
    }

    @Override
    public void onAdd(Pod pod) {
        look(pod);
    }

    @Override
    public void onUpdate(Pod before, Pod pod) {
        look(pod);
    }

    @Override
    public void onDelete(Pod pod, boolean unsure) {}

    private void look(Pod pod) {
        var ready = gates(pod).allMatch(gate -> is(pod, gate));
        if (pod.getMetadata().getDeletionTimestamp() == null && is(pod, "Ready") != ready) {
            try {
                client.pods()
                        .inNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName())
                        .editStatus(current -> running(current, ready));
            } catch (KubernetesClientException gone) {
                // deleted or changed meanwhile: the next event tells
                return;
            }
        }
    }

    private static Pod running(Pod pod, boolean ready) {
        var conditions = new ArrayList<PodCondition>();
        conditions(pod)
                .filter(condition -> !List.of("Ready", "ContainersReady").contains(condition.getType()))
                .forEach(conditions::add);
        conditions.add(condition("ContainersReady", true));
        conditions.add(condition("Ready", ready));
        return new PodBuilder(pod)
                .editOrNewStatus()
                .withPhase("Running")
                .withConditions(conditions)
                .endStatus()
                .build();
    }

    private static PodCondition condition(String type, boolean is) {
        return new PodConditionBuilder()
                .withType(type)
                .withStatus(is ? "True" : "False")
                .withLastTransitionTime(java.time.Instant.now()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString())
                .build();
    }

    private static Stream<String> gates(Pod pod) {
        return Stream.ofNullable(pod.getSpec().getReadinessGates())
                .flatMap(List::stream)
                .map(gate -> gate.getConditionType());
    }

    private static boolean is(Pod pod, String condition) {
        return conditions(pod)
                .anyMatch(known ->
                        known.getType().equals(condition) && known.getStatus().equals("True"));
    }

    private static Stream<PodCondition> conditions(Pod pod) {
        return Stream.ofNullable(pod.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getConditions()))
                .flatMap(List::stream);
    }

    @Override
    public void close() {
        pods.close();
    }
}
