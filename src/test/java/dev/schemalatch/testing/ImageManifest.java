package dev.schemalatch.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A manifest under construction, with the contents that it names. */
public final class ImageManifest {

    public static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    private static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Map<String, byte[]> blobs = new LinkedHashMap<>();
    private final String mediaType;

    private ImageManifest(String mediaType) {
        this.mediaType = mediaType;
        json.put("schemaVersion", 2).put("mediaType", mediaType);
    }

    public static ImageManifest oci() {
        return new ImageManifest(OCI).config(OCI_CONFIG);
    }

    public static ImageManifest docker() {
        return new ImageManifest(DOCKER).config(DOCKER_CONFIG);
    }

    /** What ORAS and Flux push. */
    public static ImageManifest artifact(String configType) {
        return new ImageManifest(OCI).config(configType);
    }

    public static ImageManifest index(String mediaType) {
        return new ImageManifest(mediaType);
    }

    private ImageManifest config(String type) {
        var config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}"
                .getBytes(StandardCharsets.UTF_8);
        json.set("config", descriptor(type, config));
        blobs.put(digest(config), config);
        json.putArray("layers");
        return this;
    }

    public ImageManifest layer(String type, byte[] content) {
        return layer(type, content, Map.of());
    }

    public ImageManifest layer(String type, byte[] content, Map<String, String> annotations) {
        var descriptor = descriptor(type, content);
        if (!annotations.isEmpty()) {
            annotations.forEach(descriptor.putObject("annotations")::put);
        }
        json.withArray("layers").add(descriptor);
        blobs.put(digest(content), content);
        return this;
    }

    /** A layer as its packing makes it; lowest first. */
    public ImageManifest layer(byte[] content) {
        return layer(
                mediaType.equals(DOCKER)
                        ? "application/vnd.docker.image.rootfs.diff.tar.gzip"
                        : "application/vnd.oci.image.layer.v1.tar+gzip",
                content);
    }

    public ImageManifest platform(String os, String architecture, ImageManifest manifest) {
        var descriptor = descriptor(manifest.mediaType, manifest.bytes());
        descriptor.putObject("platform").put("os", os).put("architecture", architecture);
        json.withArray("manifests").add(descriptor);
        return this;
    }

    public String mediaType() {
        return mediaType;
    }

    public Map<String, byte[]> blobs() {
        return blobs;
    }

    public byte[] bytes() {
        return json.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    public String digest() {
        return digest(bytes());
    }

    private static ObjectNode descriptor(String type, byte[] content) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", type)
                .put("digest", digest(content))
                .put("size", content.length);
    }

    public static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
