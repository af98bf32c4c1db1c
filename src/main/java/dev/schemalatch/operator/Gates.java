package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.RolloutGate;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus;
import dev.schemalatch.gate.NamespaceGate;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The RolloutGate of each namespace: the memory that the admission policy asks. Only the operator writes it. */
final class Gates {

    private static final int TRIES = 10;

    private final KubernetesClient client;

    Gates(KubernetesClient client) {
        this.client = client;
    }

    /** As the API server has it now; empty where there is none. */
    NamespaceGate read(String namespace) {
        return gate(find(namespace).map(RolloutGate::getStatus));
    }

    static NamespaceGate gate(Optional<RolloutGateStatus> status) {
        return new NamespaceGate(status.orElseGet(RolloutGateStatus::empty));
    }

    /** Makes the gate of a namespace where it has none, so that who asks is told what is wrong. */
    void ensure(String namespace) {
        try {
            if (find(namespace).isEmpty()) {
                create(namespace);
            }
        } catch (KubernetesClientException refused) {
            if (!isOutdated(refused)) {
                throw refused;
            }
        }
    }

    /**
     * Changes what a gate remembers; writes nothing where nothing changes.
     *
     * @throws KubernetesClientException where the API server does not take it
     */
    NamespaceGate change(String namespace, UnaryOperator<NamespaceGate> change) {
        for (var attempt = 1; ; attempt++) {
            var stored = find(namespace);
            var before = gate(stored.map(RolloutGate::getStatus));
            var after = change.apply(before);
            if (after.equals(before)) {
                return after;
            }
            try {
                var gate = stored.orElseGet(() -> create(namespace));
                gate.setStatus(after.status());
                client.resource(gate).updateStatus();
                return after;
            } catch (KubernetesClientException refused) {
                if (attempt == TRIES || !isOutdated(refused)) {
                    throw refused;
                }
            }
        }
    }

    private Optional<RolloutGate> find(String namespace) {
        return Optional.ofNullable(client.resources(RolloutGate.class)
                .inNamespace(namespace)
                .withName(RolloutGate.NAME)
                .get());
    }

    private RolloutGate create(String namespace) {
        var gate = new RolloutGate();
        gate.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(RolloutGate.NAME)
                .addToLabels("app.kubernetes.io/managed-by", "schemalatch")
                .build());
        return client.resource(gate).create();
    }

    /** Somebody was faster: look again. */
    private static boolean isOutdated(KubernetesClientException refused) {
        return refused.getCode() == HttpURLConnection.HTTP_CONFLICT
                || refused.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
    }
}
