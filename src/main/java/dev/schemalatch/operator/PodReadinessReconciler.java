package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.RolloutGate;
import dev.schemalatch.gate.Bypass;
import dev.schemalatch.gate.GatedPod;
import dev.schemalatch.gate.NamespaceGate.Answer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers pods that wait for the readiness gate {@value dev.schemalatch.gate.GatedTemplate#READINESS}: for clusters where
 * nobody may install a policy. What was once let through is never taken back.
 */
@ControllerConfiguration(
        name = "readiness",
        generationAwareEventProcessing = false,
        informer = @Informer(labelSelector = "schemalatch.dev/gated=true"))
@LookupIfProperty(name = "schemalatch.readiness", stringValue = "true")
@Singleton
public final class PodReadinessReconciler implements Reconciler<Pod> {

    private static final Logger LOG = Logger.getLogger(PodReadinessReconciler.class);
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final Workshop workshop;

    /** A reconciler with everything it works with. */
    @Inject
    public PodReadinessReconciler(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public UpdateControl<Pod> reconcile(Pod pod, Context<Pod> context) {
        GatedPod.of(pod).filter(GatedPod::waits).ifPresent(waiting -> answer(pod, waiting, context));
        return UpdateControl.noUpdate();
    }

    private void answer(Pod pod, GatedPod waiting, Context<Pod> context) {
        var gate = Gates.gate(context.getSecondaryResource(RolloutGate.class).map(RolloutGate::getStatus));
        var rollout = waiting.rollout(bypass(pod, waiting));
        switch (gate.answer(rollout)) {
            case Answer.Open() -> say(pod, "True", "Allowed", "the version may start");
            case Answer.Shut(String message, boolean pause) -> tell(pod, waiting, "Held", message);
            case Answer.Astray(String message) -> tell(pod, waiting, "CheckNotFound", message);
        }
    }

    private Optional<Bypass> bypass(Pod pod, GatedPod waiting) {
        return waiting.deployment()
                .flatMap(name -> Optional.ofNullable(workshop.client()
                        .apps()
                        .deployments()
                        .inNamespace(pod.getMetadata().getNamespace())
                        .withName(name)
                        .get()))
                .flatMap(deployment -> Bypass.of(deployment.getMetadata()));
    }

    private void tell(Pod pod, GatedPod waiting, String reason, String message) {
        if (!waiting.isTold(message)) {
            say(pod, "False", reason, message);
        }
    }

    private void say(Pod pod, String status, String reason, String message) {
        var condition = Map.of(
                "type",
                GatedPod.CONDITION,
                "status",
                status,
                "reason",
                reason,
                "message",
                Text.bounded(message, Text.MESSAGE),
                "lastTransitionTime",
                Times.write(workshop.clock().instant()));
        var patch = Map.of("status", Map.of("conditions", List.of(condition)));
        workshop.client()
                .pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .subresource("status")
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), Serialization.asJson(patch));
    }

    @Override
    public ErrorStatusUpdateControl<Pod> updateErrorStatus(Pod pod, Context<Pod> context, Exception e) {
        var metadata = pod.getMetadata();
        if (e instanceof KubernetesClientException cluster) {
            if (cluster.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return ErrorStatusUpdateControl.<Pod>noStatusUpdate().withNoRetry();
            }
            LOG.warnf(
                    "pod not answered pod=%s/%s code=%d",
                    metadata.getNamespace(), metadata.getName(), cluster.getCode());
        } else {
            LOG.errorf(e, "unexpected pod=%s/%s", metadata.getNamespace(), metadata.getName());
        }
        return ErrorStatusUpdateControl.<Pod>noStatusUpdate().rescheduleAfter(SHORTLY);
    }

    @Override
    public List<EventSource<?, Pod>> prepareEventSources(EventSourceContext<Pod> context) {
        return List.of(
                RolloutSources.gates(Pod.class, context, pod -> GatedPod.of(pod).isPresent()));
    }
}
