package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.PullSecret;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.PodImages;
import dev.schemalatch.registry.Credentials;
import dev.schemalatch.registry.ImageReference;
import dev.schemalatch.registry.Images;
import dev.schemalatch.source.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Migrations in images, pulled with what the check names and what the pods would pull them with. */
final class ImageSources {

    /** The keys of Secrets of the types {@code kubernetes.io/dockerconfigjson} and {@code kubernetes.io/dockercfg}. */
    private static final List<String> KEYS = List.of(".dockerconfigjson", ".dockercfg");

    private final Cluster cluster;
    private final Optional<Images> images;

    /** @param images empty where the installation reads none */
    ImageSources(Cluster cluster, Optional<Images> images) {
        this.cluster = cluster;
        this.images = images;
    }

    /**
     * What a folder of an image holds, as it is when it is read.
     *
     * @param named the check's own Secrets: one that is not there is a failure
     * @param field where the check names them, for messages
     * @param pods whose Secrets count too; those that are not there do not, as the kubelet has it
     */
    Source of(
            String namespace,
            String reference,
            String path,
            List<PullSecret> named,
            String field,
            List<PodImages> pods) {
        return () -> {
            var reader = images.orElseThrow(() -> FailedException.of(
                    Reason.RemoteUnsupported,
                    "This installation reads no images (images.enabled of the chart); name ConfigMaps."));
            var credentials = Credentials.none();
            for (var secret : named) {
                credentials = credentials.and(
                        credentials(namespace, secret.name(), cluster.secret(namespace, secret.name(), field))
                                .orElseThrow(() -> FailedException.of(
                                        Reason.SecretInvalid,
                                        "Secret %s/%s has no key %s; make it with kubectl create secret docker-registry"
                                                .formatted(namespace, secret.name(), KEYS.get(0)))));
            }
            return reader.source(ImageReference.parse(reference), path, credentials.and(credentials(namespace, pods)))
                    .read();
        };
    }

    private Credentials credentials(String namespace, List<PodImages> pods) {
        var names = new LinkedHashSet<String>();
        pods.forEach(pod -> names.addAll(pod.pullSecrets()));
        pods.stream()
                .map(PodImages::serviceAccount)
                .distinct()
                .forEach(account -> names.addAll(cluster.pullSecrets(namespace, account)));
        return names.stream()
                .flatMap(name ->
                        cluster.secret(namespace, name).flatMap(data -> lenient(namespace, name, data)).stream())
                .reduce(Credentials.none(), Credentials::and);
    }

    private static Optional<Credentials> lenient(String namespace, String name, Map<String, byte[]> data) {
        try {
            return credentials(namespace, name, data);
        } catch (FailedException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Credentials> credentials(String namespace, String name, Map<String, byte[]> data) {
        return KEYS.stream()
                .flatMap(key -> Optional.ofNullable(data.get(key))
                        .map(json -> Credentials.read("Secret %s/%s, key %s".formatted(namespace, name, key), json))
                        .stream())
                .findFirst();
    }
}
