package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.WorkloadSpec;
import dev.schemalatch.gate.Bypass;
import dev.schemalatch.gate.GatedTemplate;
import dev.schemalatch.gate.PodImages;
import dev.schemalatch.gate.Rollout;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workloads whose pod templates ask a check before they start a new version. */
final class GatedWorkloads {

    private static final String LABELLED = GatedTemplate.LABEL + "=true";

    private static final String BY_DEPLOYMENT = "by-deployment";

    private GatedWorkloads() {}

    /** Tells a check when a workload asks it something new, and when what it let start has started. */
    static List<EventSource<?, MigrationDriftCheck>> sources(EventSourceContext<MigrationDriftCheck> context) {
        var checks = context.getPrimaryCache();
        checks.addIndexer(BY_DEPLOYMENT, GatedWorkloads::deployments);
        var deployments = InformerEventSourceConfiguration.from(Deployment.class, MigrationDriftCheck.class)
                .withName("gated-deployments")
                .withNamespacesInheritedFromController()
                .withSecondaryToPrimaryMapper(deployment -> Stream.concat(
                                checks(deployment, deployment.getSpec().getTemplate()).stream(),
                                checks
                                        .byIndex(
                                                BY_DEPLOYMENT,
                                                key(
                                                        deployment.getMetadata().getNamespace(),
                                                        deployment.getMetadata().getName()))
                                        .stream()
                                        .map(ResourceID::fromResource))
                        .collect(Collectors.toSet()))
                .withOnUpdateFilter(GatedWorkloads::asksAnew)
                .build();
        var replicaSets = InformerEventSourceConfiguration.from(ReplicaSet.class, MigrationDriftCheck.class)
                .withName("gated-replica-sets")
                .withNamespacesInheritedFromController()
                .withLabelSelector(LABELLED)
                .withSecondaryToPrimaryMapper(
                        asked(replicaSet -> replicaSet.getSpec().getTemplate()))
                .withOnUpdateFilter(GatedWorkloads::becameReady)
                .build();
        return List.of(
                new InformerEventSource<>(deployments, context), new InformerEventSource<>(replicaSets, context));
    }

    /** The Deployment whose image has a check's migrations. */
    private static List<String> deployments(MigrationDriftCheck check) {
        return deployment(check).map(workload -> key(check.getMetadata().getNamespace(), workload.name())).stream()
                .toList();
    }

    private static Optional<WorkloadSpec> deployment(MigrationDriftCheck check) {
        return Optional.ofNullable(check.getSpec().migrations().workload())
                .filter(workload -> workload.kind() == WorkloadSpec.Kind.Deployment);
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    /** The image that has a check's migrations, where that is a Deployment's: others are looked at when the check is due. */
    static String running(MigrationDriftCheck check, Context<MigrationDriftCheck> context) {
        return deployment(check)
                .flatMap(workload -> context.getSecondaryResources(Deployment.class).stream()
                        .filter(deployment -> deployment.getMetadata().getName().equals(workload.name()))
                        .findFirst()
                        .flatMap(deployment -> PodImages.of(deployment.getSpec().getTemplate())
                                .image(Optional.ofNullable(workload.container()))))
                .orElse("");
    }

    private static <T extends HasMetadata> SecondaryToPrimaryMapper<T> asked(Function<T, PodTemplateSpec> template) {
        return workload -> checks(workload, template.apply(workload));
    }

    private static Set<ResourceID> checks(HasMetadata workload, PodTemplateSpec template) {
        return GatedTemplate.of(template).stream()
                .flatMap(gated -> gated.checks().stream())
                .map(check -> new ResourceID(check, workload.getMetadata().getNamespace()))
                .collect(Collectors.toSet());
    }

    /** Whether more changed than what the cluster itself writes down. */
    static boolean asksAnew(Deployment updated, Deployment before) {
        return !Objects.equals(updated.getSpec(), before.getSpec())
                || !Bypass.of(updated.getMetadata()).equals(Bypass.of(before.getMetadata()));
    }

    /** Pods that wait for their readiness tell by it that they were let through. */
    static boolean becameReady(ReplicaSet updated, ReplicaSet before) {
        return ready(updated) && !ready(before);
    }

    private static boolean ready(ReplicaSet replicaSet) {
        return replicaSet.getStatus() != null
                && replicaSet.getStatus().getReadyReplicas() != null
                && replicaSet.getStatus().getReadyReplicas() > 0;
    }

    /** What asks a check at present, by name. */
    static List<Rollout> of(MigrationDriftCheck check, Context<MigrationDriftCheck> context) {
        var replicaSets = context.getSecondaryResources(ReplicaSet.class);
        return context.getSecondaryResources(Deployment.class).stream()
                .flatMap(deployment -> Rollout.of(deployment, replicaSets).stream())
                .filter(rollout -> rollout.asks(check.getMetadata().getName()))
                .sorted(Comparator.comparing(Rollout::workload))
                .toList();
    }
}
