package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.WorkloadSpec;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.ConfigMapSource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a resource names in its own namespace, read by name at the moment it is needed. */
final class Cluster {

    private final KubernetesClient client;

    Cluster(KubernetesClient client) {
        this.client = client;
    }

    /**
     * The data of a Secret, decoded.
     *
     * @param field where the resource names it, for messages
     * @throws FailedException {@code SecretNotFound}, {@code ClusterAccessDenied}
     */
    Map<String, byte[]> secret(String namespace, String name, String field) {
        var secret = read(
                        "Secret",
                        namespace,
                        name,
                        client.secrets().inNamespace(namespace).withName(name))
                .orElseThrow(() -> FailedException.of(
                        Reason.SecretNotFound,
                        "Secret %s/%s does not exist; create it or correct %s".formatted(namespace, name, field)));
        return decoded(secret.getData());
    }

    /** The same, decoded; empty where it does not exist. */
    Optional<Map<String, byte[]>> secret(String namespace, String name) {
        return read(
                        "Secret",
                        namespace,
                        name,
                        client.secrets().inNamespace(namespace).withName(name))
                .map(secret -> decoded(secret.getData()));
    }

    /** The Secrets that pods of a service account pull their images with; none where it does not exist. */
    List<String> pullSecrets(String namespace, String serviceAccount) {
        return read(
                        "ServiceAccount",
                        namespace,
                        serviceAccount,
                        client.serviceAccounts().inNamespace(namespace).withName(serviceAccount))
                .flatMap(account -> Optional.ofNullable(account.getImagePullSecrets()))
                .orElseGet(List::of)
                .stream()
                .map(LocalObjectReference::getName)
                .toList();
    }

    /**
     * The pod template of a workload.
     *
     * @throws FailedException {@code WorkloadNotFound}, {@code ClusterAccessDenied}
     */
    PodTemplateSpec template(String namespace, WorkloadSpec.Kind kind, String name) {
        var template =
                switch (kind) {
                    case Deployment ->
                        read(kind, namespace, name, client.apps().deployments(), found -> found.getSpec()
                                .getTemplate());
                    case StatefulSet ->
                        read(kind, namespace, name, client.apps().statefulSets(), found -> found.getSpec()
                                .getTemplate());
                    case DaemonSet ->
                        read(kind, namespace, name, client.apps().daemonSets(), found -> found.getSpec()
                                .getTemplate());
                    case CronJob ->
                        read(kind, namespace, name, client.batch().v1().cronjobs(), found -> found.getSpec()
                                .getJobTemplate()
                                .getSpec()
                                .getTemplate());
                    case Job ->
                        read(kind, namespace, name, client.batch().v1().jobs(), found -> found.getSpec()
                                .getTemplate());
                };
        return template.orElseThrow(() -> FailedException.of(
                Reason.WorkloadNotFound,
                "%s %s/%s does not exist; create it or correct spec.migrations.workload"
                        .formatted(kind, namespace, name)));
    }

    private static <T extends HasMetadata, L> Optional<PodTemplateSpec> read(
            WorkloadSpec.Kind kind,
            String namespace,
            String name,
            MixedOperation<T, L, ? extends Resource<T>> workloads,
            Function<T, PodTemplateSpec> template) {
        return read(
                        kind.name(),
                        namespace,
                        name,
                        workloads.inNamespace(namespace).withName(name))
                .map(template);
    }

    /**
     * A ConfigMap as a source of migrations.
     *
     * @throws FailedException {@code ConfigMapNotFound}, {@code ClusterAccessDenied}
     */
    ConfigMapSource migrations(String namespace, String name, String field) {
        return configMap(namespace, name, field).files();
    }

    /**
     * Migrations in a ConfigMap.
     *
     * @param immutable whether it can never hold others
     */
    record NamedMigrations(ConfigMapSource files, boolean immutable) {}

    /**
     * The same with what the ConfigMap says of itself.
     *
     * @throws FailedException {@code ConfigMapNotFound}, {@code ClusterAccessDenied}
     */
    NamedMigrations configMap(String namespace, String name, String field) {
        ConfigMap found = read(
                        "ConfigMap",
                        namespace,
                        name,
                        client.configMaps().inNamespace(namespace).withName(name))
                .orElseThrow(() -> FailedException.of(
                        Reason.ConfigMapNotFound,
                        "ConfigMap %s/%s does not exist; create it or correct %s".formatted(namespace, name, field)));
        return new NamedMigrations(
                new ConfigMapSource(
                        name, Optional.ofNullable(found.getData()).orElseGet(Map::of), decoded(found.getBinaryData())),
                Boolean.TRUE.equals(found.getImmutable()));
    }

    private static <T> Optional<T> read(String kind, String namespace, String name, Resource<T> resource) {
        try {
            return Optional.ofNullable(resource.get());
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw FailedException.of(
                        Reason.ClusterAccessDenied,
                        "the operator may not read %s %s/%s; is the namespace among those it is installed for?"
                                .formatted(kind, namespace, name));
            }
            throw refused;
        }
    }

    private static Map<String, byte[]> decoded(@Nullable Map<String, String> data) {
        var decoded = new TreeMap<String, byte[]>();
        if (data != null) {
            data.forEach(
                    (key, value) -> decoded.put(key, Base64.getMimeDecoder().decode(value)));
        }
        return decoded;
    }
}
