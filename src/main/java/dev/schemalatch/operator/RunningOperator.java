package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import java.util.Set;
import java.util.function.Consumer;

/** An operator inside this process, without the application around it: for the demo and for tests. */
public final class RunningOperator implements AutoCloseable {

    /**
     * How it runs.
     *
     * @param namespaces to watch; empty means all
     * @param workers checks side by side
     * @param serverSideApply whether the API server knows it; the in-process one does not
     */
    public record Options(Set<String> namespaces, int workers, boolean serverSideApply) {

        public Options {
            namespaces = Set.copyOf(namespaces);
        }
    }

    private final Operator operator;

    private RunningOperator(Operator operator) {
        this.operator = operator;
    }

    /** Starts; the client stays the caller's to close. */
    public static RunningOperator start(KubernetesClient client, Workshop workshop, Options options) {
        var operator = new Operator(service -> service.withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withConcurrentReconciliationThreads(options.workers())
                .withUseSSAToPatchPrimaryResource(options.serverSideApply()));
        operator.<MigrationDriftCheck>register(new DriftCheckReconciler(workshop), watching(options));
        if (workshop.rollouts().hold()) {
            operator.<Deployment>register(new RolloutReconciler(workshop), watching(options));
            operator.<Pod>register(new PodReadinessReconciler(workshop), watching(options));
        }
        workshop.shadowPods().sweep(options.namespaces());
        operator.start();
        return new RunningOperator(operator);
    }

    private static <T extends HasMetadata> Consumer<ControllerConfigurationOverrider<T>> watching(Options options) {
        return controller -> {
            if (options.namespaces().isEmpty()) {
                controller.watchingAllNamespaces();
            } else {
                controller.settingNamespaces(options.namespaces());
            }
        };
    }

    @Override
    public void close() {
        operator.stop();
    }
}
