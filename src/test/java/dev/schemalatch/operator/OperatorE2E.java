package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.verdict.Verdict;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The image, installed by the chart into a whole cluster. The image is the one that {@code SCHEMALATCH_IMAGE} names, which a
 * registry that the cluster reaches must have.
 */
class OperatorE2E {

    private static final DockerImageName K3S = DockerImageName.parse("rancher/k3s:v1.34.1-k3s1");

    @Test
    void theInstalledOperatorSaysWhyItCannotCheckTheSample(@TempDir Path folder) throws IOException {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "needs a Docker engine");
        var image = System.getenv("SCHEMALATCH_IMAGE");
        assumeTrue(image != null, "needs SCHEMALATCH_IMAGE=repository:tag");
        try (var k3s = new K3sContainer(K3S)) {
            k3s.start();
            var kubeconfig = Files.writeString(folder.resolve("kubeconfig"), k3s.getKubeConfigYaml());
            var colon = image.lastIndexOf(':');

            new Helm(Chart.FOLDER)
                    .install()
                    .withName("schemalatch")
                    .withNamespace(Chart.NAMESPACE)
                    .createNamespace()
                    .withKubeConfig(kubeconfig)
                    .set("image.repository", image.substring(0, colon))
                    .set("image.tag", image.substring(colon + 1))
                    .call();

            try (var client = new KubernetesClientBuilder()
                            .withConfig(Config.fromKubeconfig(k3s.getKubeConfigYaml()))
                            .build();
                    var samples = Files.newInputStream(Path.of("deploy", "samples", "orders.yaml"))) {
                client.load(samples).inNamespace("default").create();
                await().atMost(Duration.ofMinutes(5))
                        .untilAsserted(() -> assertThat(client.resources(MigrationDriftCheck.class)
                                        .inNamespace("default")
                                        .withName("orders")
                                        .get())
                                .satisfies(check ->
                                        assertThat(check.getStatus().verdict()).isEqualTo(Verdict.Unknown)));
            }
        }
    }
}
