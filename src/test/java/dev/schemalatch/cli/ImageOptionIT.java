package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.failure.Finding;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.testing.DockerRegistry;
import dev.schemalatch.testing.ImageLayer;
import dev.schemalatch.testing.ImageManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --migrations} with an image, by the logins that Docker left. */
class ImageOptionIT {

    private final Path home;
    private final Shell shell;

    ImageOptionIT(@TempDir Path home) {
        this.home = home;
        this.shell = new Shell(home).with("PATH", home.resolve("bin").toString());
    }

    @BeforeEach
    void assumeInstalled() {
        assumeTrue(
                DockerRegistry.program().isPresent(),
                "docker-registry is not installed (apt-get install docker-registry)");
    }

    private static void push(DockerRegistry registry) throws Exception {
        registry.push(
                "team/orders",
                "1",
                ImageManifest.oci().layer(ImageLayer.of("app/m/1.sql").gzip()));
    }

    private Finding<Bundle> read(String migrations, String... more) {
        var line = new ArrayList<>(List.of("check", "--database", "postgresql://u:p@localhost/x", "--quiet"));
        line.addAll(List.of("--migrations", migrations));
        line.addAll(List.of(more));
        shell.run(line.toArray(String[]::new));
        assertThat(shell.checked).as(shell.err()).isNotEmpty();
        return Finding.of(shell.checked.get(shell.checked.size() - 1).migrations()::read);
    }

    private static String files(Finding<Bundle> read) {
        return read.known()
                .map(bundle -> String.join(",", bundle.files().keySet()))
                .orElseGet(() -> read.failure().orElseThrow().toString());
    }

    @Test
    void anImageIsReadByTheLoginInDockersFile() throws Exception {
        try (var registry = DockerRegistry.withLogin(home)) {
            push(registry);
            var image = registry.host() + "/team/orders:1";
            assertThat(files(read(image, "--migrations-path", "/app/m", "--plain-http")))
                    .contains("ImageAccessDenied", "docker login " + registry.host());

            var auth = Base64.getEncoder().encodeToString("alice:se:cret".getBytes(StandardCharsets.UTF_8));
            Files.createDirectories(home.resolve(".docker"));
            Files.writeString(
                    home.resolve(".docker/config.json"),
                    "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.host(), auth));

            assertThat(files(read(image, "--migrations-path", "/app/m", "--plain-http")))
                    .isEqualTo("1.sql");
            assertThat(files(read("oci://" + image, "--migrations-path", "app", "--plain-http")))
                    .isEqualTo("m/1.sql");
            assertThat(files(read(image, "--migrations-path", "/app/m"))).contains("PlainHttpRefused", "--plain-http");
            assertThat(files(read(image, "--plain-http"))).contains("SpecInvalid", "--migrations-path");
        }
    }

    @Test
    void aCredentialHelperIsAskedAsDockerAsksIt() throws Exception {
        try (var registry = DockerRegistry.withLogin(home)) {
            push(registry);
            var image = registry.host() + "/team/orders:1";
            var config = Files.createDirectories(home.resolve("config"));
            Files.writeString(
                    config.resolve("config.json"), "{\"credHelpers\":{\"%s\":\"test\"}}".formatted(registry.host()));
            shell.with("DOCKER_CONFIG", config.toString());
            assertThat(files(read(image, "--migrations-path", "/app/m", "--plain-http")))
                    .contains("ImageAccessDenied");
            assertThat(shell.err()).contains("docker-credential-test, which is not on the PATH");

            var helper = Files.writeString(
                    Files.createDirectories(home.resolve("bin")).resolve("docker-credential-test"),
                    """
                    #!/bin/sh
                    read -r address
                    [ "$1" = get ] && [ "$address" = %s ] || exit 1
                    echo '{"ServerURL":"x","Username":"alice","Secret":"se:cret"}'
                    """.formatted(registry.host()));
            Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));

            assertThat(files(read(image, "--migrations-path", "/app/m", "--plain-http")))
                    .isEqualTo("1.sql");
        }
    }
}
