package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import java.util.Set;

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
        operator.<MigrationDriftCheck>register(new DriftCheckReconciler(workshop), controller -> {
            if (options.namespaces().isEmpty()) {
                controller.watchingAllNamespaces();
            } else {
                controller.settingNamespaces(options.namespaces());
            }
        });
        workshop.shadowPods().sweep(options.namespaces());
        operator.start();
        return new RunningOperator(operator);
    }

    @Override
    public void close() {
        operator.stop();
    }
}
