package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.RolloutGate;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.NamespaceGate;
import dev.schemalatch.gate.NamespaceGate.Answer;
import dev.schemalatch.gate.Rollout;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClientException;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Does to a Deployment what its rollout needs: touches it when its new version may start, since its controller stops trying
 * after minutes; pauses it while that waits, where its check wants so; tells it what is wrong where it asks nobody. The
 * admission policy does the holding.
 */
@ControllerConfiguration(
        name = "rollout",
        generationAwareEventProcessing = false,
        informer = @Informer(onAddFilter = GatedOnAdd.class, onUpdateFilter = GatedOnUpdate.class))
@LookupIfProperty(name = "schemalatch.gate", stringValue = "true")
@Singleton
public final class RolloutReconciler implements Reconciler<Deployment> {

    private static final Logger LOG = Logger.getLogger(RolloutReconciler.class);
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final Workshop workshop;
    private final Gates gates;
    private final DeploymentHand hand;

    /** A reconciler with everything it works with. */
    @Inject
    public RolloutReconciler(Workshop workshop) {
        this.workshop = workshop;
        this.gates = new Gates(workshop.client());
        this.hand = new DeploymentHand(workshop.client(), workshop.clock());
    }

    @Override
    public UpdateControl<Deployment> reconcile(Deployment deployment, Context<Deployment> context) {
        var rollout = Rollout.of(deployment, context.getSecondaryResources(ReplicaSet.class));
        var exempt = rollout.filter(Rollout::exempt).isPresent();
        var gate = gate(deployment, context);
        if (exempt != gate.status().exempt().contains(Rollout.name(deployment))) {
            exempt(deployment, exempt);
        }
        if (exempt || rollout.isEmpty() || rollout.get().started()) {
            hand.resume(deployment);
            return UpdateControl.noUpdate();
        }
        return switch (gate.answer(rollout.get())) {
            case Answer.Open() -> {
                hand.resume(deployment);
                yield UpdateControl.<Deployment>noUpdate().rescheduleAfter(hand.nudge(deployment));
            }
            case Answer.Shut(String message, boolean pause) -> {
                if (pause) {
                    hand.pause(deployment);
                }
                yield UpdateControl.<Deployment>noUpdate().rescheduleAfter(hand.stir(deployment));
            }
            case Answer.Astray(String message) -> {
                gates.ensure(deployment.getMetadata().getNamespace());
                yield UpdateControl.<Deployment>noUpdate().rescheduleAfter(search(deployment, message));
            }
        };
    }

    /** A check that is applied together with its workload may come a little later: nobody is told of that. */
    private Duration search(Deployment deployment, String message) {
        var touched = Nudge.last(deployment).map(Nudge::at);
        if (touched.isEmpty()) {
            hand.stir(deployment);
            return SHORTLY;
        }
        if (Duration.between(touched.get(), now()).compareTo(SHORTLY) >= 0) {
            workshop.events().once(deployment, Announcement.bad(Reason.CheckNotFound.name(), message), now());
            return Nudge.LONGEST_PAUSE;
        }
        return SHORTLY;
    }

    private static NamespaceGate gate(Deployment deployment, Context<Deployment> context) {
        return Gates.gate(context.getSecondaryResource(RolloutGate.class).map(RolloutGate::getStatus));
    }

    private void exempt(Deployment deployment, boolean exempt) {
        gates.change(
                deployment.getMetadata().getNamespace(), stored -> stored.exempting(Rollout.name(deployment), exempt));
        if (exempt) {
            workshop.events()
                    .once(
                            deployment,
                            Announcement.bad(
                                    Reason.GateUnsupported.name(),
                                    "strategy Recreate stops what serves before a new version is looked at: not held."
                                            + " Use RollingUpdate"),
                            now());
        }
    }

    @Override
    public ErrorStatusUpdateControl<Deployment> updateErrorStatus(
            Deployment deployment, Context<Deployment> context, Exception e) {
        var metadata = deployment.getMetadata();
        if (e instanceof KubernetesClientException cluster) {
            LOG.warnf(
                    "cluster did not answer as expected, will try again deployment=%s/%s code=%d",
                    metadata.getNamespace(), metadata.getName(), cluster.getCode());
        } else {
            LOG.errorf(e, "unexpected deployment=%s/%s", metadata.getNamespace(), metadata.getName());
        }
        return ErrorStatusUpdateControl.<Deployment>noStatusUpdate().rescheduleAfter(SHORTLY);
    }

    @Override
    public List<EventSource<?, Deployment>> prepareEventSources(EventSourceContext<Deployment> context) {
        return RolloutSources.of(context);
    }

    private Instant now() {
        return workshop.clock().instant();
    }
}
