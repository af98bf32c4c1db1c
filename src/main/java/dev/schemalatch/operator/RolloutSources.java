package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.RolloutGate;
import dev.schemalatch.gate.GatedTemplate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a rollout goes by beside its workload: what runs of it, and what the namespace's gate lets start. */
final class RolloutSources {

    private RolloutSources() {}

    static List<EventSource<?, Deployment>> of(EventSourceContext<Deployment> context) {
        var replicaSets = InformerEventSourceConfiguration.from(ReplicaSet.class, Deployment.class)
                .withName("replica-sets")
                .withNamespacesInheritedFromController()
                .withLabelSelector(GatedTemplate.LABEL + "=true")
                .withSecondaryToPrimaryMapper(Mappers.fromOwnerReferences(Deployment.class))
                .withOnUpdateFilter(GatedWorkloads::becameReady)
                .build();
        return List.of(
                new InformerEventSource<>(replicaSets, context),
                gates(Deployment.class, context, GatedOnAdd::concerns));
    }

    /** Tells what asks a namespace's gate that it says something new. */
    static <P extends HasMetadata> EventSource<?, P> gates(
            Class<P> kind, EventSourceContext<P> context, Predicate<P> asks) {
        var primaries = context.getPrimaryCache();
        var gates = InformerEventSourceConfiguration.from(RolloutGate.class, kind)
                .withName("gates")
                .withNamespacesInheritedFromController()
                .withSecondaryToPrimaryMapper(gate -> primaries
                        .list(gate.getMetadata().getNamespace(), asks)
                        .map(ResourceID::fromResource)
                        .collect(Collectors.toSet()))
                .<P>withPrimaryToSecondaryMapper(primary -> Set.of(
                        new ResourceID(RolloutGate.NAME, primary.getMetadata().getNamespace())))
                .build();
        return new InformerEventSource<>(gates, context);
    }
}
