package dev.schemalatch.registry;

import static dev.schemalatch.source.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Source;
import dev.schemalatch.testing.Authority;
import dev.schemalatch.testing.DockerRegistry;
import dev.schemalatch.testing.ImageLayer;
import dev.schemalatch.testing.ImageManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry that wants a login, or shows a certificate of its own authority. */
class RegistryLoginIT {

    private static final ImageManifest MANIFEST =
            ImageManifest.oci().layer(ImageLayer.of("m/1.sql").gzip());

    private final Path folder;
    private final Registries registries;

    RegistryLoginIT(@TempDir Path folder) {
        this.folder = folder;
        this.registries = Registries.in(folder.resolve("cache"), AddressPolicy.open());
    }

    @BeforeEach
    void assumeInstalled() {
        assumeTrue(
                DockerRegistry.program().isPresent(),
                "docker-registry is not installed (apt-get install docker-registry)");
    }

    private static Source source(Registries registries, DockerRegistry registry, Credentials credentials) {
        var image = ImageReference.parse(registry.host() + "/team/orders:1");
        return new Images(registries).source(image, "m", credentials);
    }

    @Test
    void aLoginIsNeededAndUsed() throws Exception {
        try (var registry = DockerRegistry.withLogin(folder)) {
            registry.push("team/orders", "1", MANIFEST);
            var plain = registries.withPlainHttp(registry.host());

            var auth = Base64.getEncoder().encodeToString("alice:se:cret".getBytes(StandardCharsets.UTF_8));
            var file = "{\"auths\":{\"http://%s\":{\"auth\":\"%s\"}}}".formatted(registry.host(), auth);
            var alice = Credentials.read("Secret regcred", file.getBytes(StandardCharsets.UTF_8));
            assertThat(source(plain, registry, alice).read().files()).containsOnlyKeys("1.sql");

            // what is in the cache by now is for nobody else
            assertFails(Reason.ImageAccessDenied, source(plain, registry, Credentials.none())::read)
                    .contains(registry.host(), "does not let anybody pull", "docker login");
            var wrong = Credentials.of(registry.host(), "alice", "canary");
            assertFails(Reason.ImageAccessDenied, source(plain, registry, wrong)::read)
                    .contains("the login that fits it")
                    .doesNotContain("canary");
            var second = wrong.and(alice);
            assertThat(source(plain, registry, second).read().files())
                    .as("a second login that fits")
                    .hasSize(1);
        }
    }

    @Test
    void aPrivateAuthorityIsTrustedWhereTheInstallationSaysSo() throws Exception {
        var authority = Authority.make(folder);
        try (var registry = DockerRegistry.withTls(folder, authority)) {
            registry.push("team/orders", "1", MANIFEST);
            var pem = authority.pem().getBytes(StandardCharsets.UTF_8);

            assertFails(Reason.TlsRefused, source(registries, registry, Credentials.none())::read)
                    .contains("not trusted", registry.host());
            assertFails(
                    Reason.TlsRefused,
                    source(registries.withCertificates("other.example", pem), registry, Credentials.none())::read);
            for (var trusting :
                    List.of(registries.withCertificates(pem), registries.withCertificates(registry.host(), pem))) {
                assertThat(source(trusting, registry, Credentials.none()).read().files())
                        .containsOnlyKeys("1.sql");
            }
            var broken = registries.withCertificates("no PEM".getBytes(StandardCharsets.UTF_8));
            assertFails(Reason.TlsRefused, source(broken, registry, Credentials.none())::read)
                    .contains("no PEM text");
        }
    }

    @Test
    void plainHttpIsNotSpokenUnlessAllowed() throws Exception {
        try (var registry = DockerRegistry.start(folder)) {
            registry.push("team/orders", "1", MANIFEST);

            assertFails(Reason.PlainHttpRefused, source(registries, registry, Credentials.none())::read)
                    .contains("does not speak TLS");
        }
    }

    @Test
    void aMirrorIsAskedFirstAndTheRegistryWhereItHasNothing() throws Exception {
        try (var registry = DockerRegistry.start(folder);
                var mirror = DockerRegistry.start(Files.createDirectories(folder.resolve("mirror")))) {
            registry.push("team/orders", "1", MANIFEST);
            var mirrored = registries
                    .withPlainHttp(registry.host())
                    .withPlainHttp(mirror.host())
                    .withMirrors(registry.host(), List.of("localhost:1", mirror.host() + "/copies"));
            assertThat(source(mirrored, registry, Credentials.none()).read().files())
                    .containsOnlyKeys("1.sql");

            mirror.push(
                    "copies/team/orders",
                    "1",
                    ImageManifest.oci().layer(ImageLayer.of("m/2.sql").gzip()));
            assertThat(source(mirrored, registry, Credentials.none()).read().files())
                    .containsOnlyKeys("2.sql");
        }
    }
}
