package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.verdict.Verdict;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only a real API server holds people, and the operator, to. */
class OperatorRulesIT extends OperatorOnCluster {

    @Test
    void theOperatorCannotListSecretsNorWriteSpecs() {
        assumeTrue(cluster.real(), "needs a real API server: the in-process one knows no rights");
        var client = cluster.operator();
        create(Resources.check(namespace, "orders"));

        assertThatThrownBy(() -> client.secrets().inNamespace(namespace).list())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> client.resource(get("orders")).delete()).hasMessageContaining("forbidden");
    }

    @Test
    void theServerRefusesSpecsThatMakeNoSense() {
        assumeTrue(cluster.real(), "needs a real API server: the in-process one validates nothing");
        for (var wrong : Map.of(
                        "interval: 5s", "at least 10s",
                        "interval: often", "interval",
                        "timeout: 1x", "timeout",
                        "gate: {holdOn: [Everything]}", "holdOn",
                        "shadow: {embedded: {}, secretRef: {name: x}}", "at most one",
                        "shadow: {embedded: {}, image: {reference: x}}", "at most one")
                .entrySet()) {
            assertThatThrownBy(() -> cluster.admin()
                            .resource(unnumbered(Resources.check(namespace, "wrong", wrong.getKey())))
                            .create())
                    .hasMessageContaining(wrong.getValue());
        }
        var twoSources = unnumbered(Resources.check(namespace, "wrong"));
        assertThatThrownBy(() -> cluster.admin()
                        .load(new java.io.ByteArrayInputStream(
                                io.fabric8.kubernetes.client.utils.Serialization.asYaml(twoSources)
                                        .replace("configMap:", "configMaps: [{name: a}]\n    configMap:")
                                        .getBytes(StandardCharsets.UTF_8)))
                        .create())
                .hasMessageContaining("exactly one source");
    }

    @Test
    void aNewResourceIsInProgressFromItsFirstMomentOnAndHasItsDefaults() {
        assumeTrue(cluster.real(), "needs a real API server: the in-process one fills in no defaults");
        operator.close();

        create(Resources.check(namespace, "orders"));

        assertThat(status("orders").observedGeneration()).isEqualTo(-1);
        assertThat(get("orders").getSpec().interval()).isEqualTo("5m");
    }

    @Test
    void theSamplesApply() {
        assumeTrue(cluster.real(), "needs a real API server: the in-process one knows no stringData");
        cluster.admin().load(openSamples()).inNamespace(namespace).create();

        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
    }

    private static InputStream openSamples() {
        try {
            return Files.newInputStream(Path.of("deploy", "samples", "orders.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
