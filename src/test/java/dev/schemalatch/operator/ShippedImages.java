package dev.schemalatch.operator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.registry.Images;
import dev.schemalatch.registry.Registries;
import dev.schemalatch.testing.DockerRegistry;
import dev.schemalatch.testing.ImageLayer;
import dev.schemalatch.testing.ImageManifest;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A registry with images of an application that ships migrations in {@code /app/migrations}. */
final class ShippedImages implements AutoCloseable {

    static final String PATH = "/app/migrations";

    private final DockerRegistry registry;
    private final Path cache;

    private ShippedImages(DockerRegistry registry, Path cache) {
        this.registry = registry;
        this.cache = cache;
    }

    static ShippedImages start(Path folder) throws IOException {
        needsTheProgram();
        return new ShippedImages(DockerRegistry.start(folder("open", folder)), folder.resolve("cache"));
    }

    /** For alice, with her password, alone. */
    static ShippedImages withLogin(Path folder) throws IOException {
        needsTheProgram();
        return new ShippedImages(DockerRegistry.withLogin(folder("private", folder)), folder.resolve("cache"));
    }

    private static void needsTheProgram() {
        assumeTrue(
                DockerRegistry.program().isPresent(),
                "docker-registry is not installed (apt-get install docker-registry)");
    }

    private static Path folder(String name, Path parent) throws IOException {
        return Files.createDirectories(parent.resolve(name));
    }

    /** An operator that may read it. */
    Images reader() {
        return new Images(policy());
    }

    /** An operator that may read other registries alone. */
    Images stranger() {
        return new Images(policy().withAllowed(List.of("registry.example")));
    }

    private Registries policy() {
        return Registries.in(cache, AddressPolicy.open()).withPlainHttp(registry.host());
    }

    /** Pushes an image with these migrations; what it is named by its digest. */
    String push(String tag, String... migrations) {
        var layer = new ImageLayer();
        for (var migration : migrations) {
            layer.file("app/migrations/" + migration + ".sql", "SELECT 1");
        }
        try {
            var manifest = registry.push(
                    "orders",
                    tag,
                    ImageManifest.oci().layer(ImageLayer.of("bin/sh").gzip()).layer(layer.gzip()));
            return "%s/orders@%s".formatted(registry.host(), manifest.digest());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    String tagged(String tag) {
        return "%s/orders:%s".formatted(registry.host(), tag);
    }

    /** A Secret with the login. */
    Secret secret(String namespace, String name, String password) {
        var config = """
                {"auths": {"%s": {"username": "alice", "password": "%s"}}}""".formatted(registry.host(), password);
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withType("kubernetes.io/dockerconfigjson")
                .withData(Map.of(
                        ".dockerconfigjson",
                        Base64.getEncoder().encodeToString(config.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    @Override
    public void close() {
        registry.close();
    }
}
