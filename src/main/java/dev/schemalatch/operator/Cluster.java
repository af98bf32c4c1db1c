package dev.schemalatch.operator;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.ConfigMapSource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
