package dev.schemalatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a registry keeps under an image's name.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/manifest.md">OCI manifests</a>
 * @see <a href="https://distribution.github.io/distribution/spec/manifest-v2-2/">Docker's, schema 2</a>
 */
sealed interface Manifest {

    /** One manifest for each of several platforms. */
    record Index(List<Platform> platforms) implements Manifest {}

    /** A manifest and the system that it is for; nothing said is empty text. */
    record Platform(String os, String architecture, boolean attestation, Descriptor manifest) {}

    /**
     * The layers of one image, or of an artifact.
     *
     * @param layers lowest first
     * @param artifact whether the layers are packed files, rather than changes that are applied one on another
     */
    record Layers(List<Descriptor> layers, boolean artifact) implements Manifest {}

    List<String> ACCEPTED = List.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    /** Configurations of images that run; whatever has another one is an artifact. */
    Set<String> IMAGES =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

    JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads a manifest.
     *
     * @throws FailedException {@code ImageUnsupported} where it is none that is read
     */
    static Manifest parse(ImageReference image, byte[] content) {
        var root = json(image, content);
        if (root.path("schemaVersion").asInt() == 1) {
            throw unsupported(image, "is kept in Docker's first format (schema 1), which is not read. Push it anew");
        }
        if (root.path("manifests").isArray()) {
            return new Index(stream(root.path("manifests"))
                    .map(one -> platform(image, one))
                    .toList());
        }
        if (!root.path("layers").isArray() || !root.path("config").isObject()) {
            throw unsupported(image, "is neither an image nor an artifact with layers. Name one that is");
        }
        var layers =
                stream(root.path("layers")).map(one -> descriptor(image, one)).toList();
        var plain = IMAGES.contains(root.path("config").path("mediaType").asText())
                && root.path("artifactType").asText("").isEmpty()
                && layers.stream().noneMatch(layer -> layer.title().isPresent());
        return new Layers(layers, !plain);
    }

    private static Platform platform(ImageReference image, JsonNode one) {
        var platform = one.path("platform");
        var manifest = descriptor(image, one);
        var attestation = manifest.annotations().containsKey("vnd.docker.reference.type")
                || platform.path("os").asText().equals("unknown");
        return new Platform(
                platform.path("os").asText(""), platform.path("architecture").asText(""), attestation, manifest);
    }

    private static Descriptor descriptor(ImageReference image, JsonNode one) {
        var digest = Digest.parse(one.path("digest").asText())
                .orElseThrow(() -> unsupported(image, "names a content by no digest that is known. Push it anew"));
        var annotations = new TreeMap<String, String>();
        one.path("annotations")
                .properties()
                .forEach(entry ->
                        annotations.put(entry.getKey(), entry.getValue().asText()));
        return new Descriptor(
                one.path("mediaType").asText(),
                digest,
                Math.max(0, one.path("size").asLong()),
                Map.copyOf(annotations));
    }

    private static JsonNode json(ImageReference image, byte[] content) {
        try {
            return Optional.ofNullable(JSON.readTree(content))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> unsupported(image, "has a manifest that is no JSON object. Push it anew"));
        } catch (IOException notJson) {
            throw unsupported(image, "has a manifest that is not JSON. Push it anew");
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static FailedException unsupported(ImageReference image, String what) {
        return FailedException.of(Reason.ImageUnsupported, "Image " + image + " " + what + ".");
    }
}
