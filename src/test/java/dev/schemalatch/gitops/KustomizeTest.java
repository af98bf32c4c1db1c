package dev.schemalatch.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashed names reach everything that goes by them. */
class KustomizeTest {

    private static final Path KUSTOMIZE = Path.of("deploy/gitops/kustomize");

    private final Path folder;

    KustomizeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theExampleNamesTheHashedConfigMapEverywhere() {
        assertHashed(build(KUSTOMIZE.resolve("example")), "orders");
    }

    @Test
    void theAppOfArgoCdDoes() {
        assertHashed(build(Path.of("deploy/gitops/argocd/sync-waves")), "orders");
    }

    @Test
    void prefixesReachTheNameOfTheCheck() throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), """
                resources: [%s]
                components: [%s]
                namePrefix: green-
                """.formatted(toward("example"), toward("component")));

        var built = build(folder);

        assertHashed(built, "green-orders");
        assertThat(named(built, "MigrationDriftCheck").getMetadata().getName()).isEqualTo("green-orders");
    }

    @Test
    void severalConfigMapsAndGeneratedSecretsAreNamedToo() throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), """
                resources: [check.yaml]
                components: [%s]
                configMapGenerator:
                  - {name: old, literals: [a.sql=1]}
                  - {name: new, literals: [b.sql=2]}
                secretGenerator:
                  - {name: orders-db, literals: [uri=x]}
                """.formatted(toward("component")));
        Files.writeString(folder.resolve("check.yaml"), """
                apiVersion: schemalatch.dev/v1alpha1
                kind: MigrationDriftCheck
                metadata: {name: orders}
                spec:
                  database: {secretRef: {name: orders-db}}
                  migrations: {configMaps: [{name: old}, {name: new}]}
                  shadow: {secretRef: {name: orders-db}}
                  compareWith: [{name: staging, secretRef: {name: orders-db}}]
                """);

        var built = build(folder);

        var check = Serialization.asYaml(named(built, "MigrationDriftCheck"));
        assertThat(check).containsPattern("name: \"old-\\w{10}\"").containsPattern("name: \"new-\\w{10}\"");
        assertThat(check.split(named(built, "Secret").getMetadata().getName(), -1))
                .as("the Secret's hashed name stands in three places")
                .hasSize(4);
    }

    private String toward(String name) {
        try {
            return folder.toRealPath()
                    .relativize(KUSTOMIZE.resolve(name).toRealPath())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertHashed(List<HasMetadata> built, String check) {
        var name = named(built, "ConfigMap").getMetadata().getName();
        assertThat(name).matches(".*orders-migrations-\\w{10}");
        assertThat(at(built, "MigrationDriftCheck", "spec", "migrations", "configMap", "name"))
                .isEqualTo(name);
        assertThat(at(built, "Deployment", "spec", "template", "metadata", "annotations", "schemalatch.dev/migrations"))
                .isEqualTo(name);
        assertThat(at(built, "Deployment", "spec", "template", "metadata", "annotations", "schemalatch.dev/check"))
                .isEqualTo(check);
        assertThat(at(built, "Deployment", "spec", "template", "metadata", "labels", "schemalatch.dev/gated"))
                .isEqualTo("true");
    }

    private static String at(List<HasMetadata> built, String kind, Object... path) {
        var resource =
                Serialization.unmarshal(Serialization.asYaml(named(built, kind)), GenericKubernetesResource.class);
        return resource.get(path);
    }

    private static HasMetadata named(List<HasMetadata> built, String kind) {
        return built.stream()
                .filter(object -> object.getKind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<HasMetadata> build(Path folder) {
        var kubectl = Kubectl.ofTheMachine();
        assumeTrue(kubectl.isPresent(), "needs kubectl on the PATH, for its kustomize");
        var answer =
                kubectl.orElseThrow().run("kustomize", "--load-restrictor=LoadRestrictionsNone", folder.toString());
        assertThat(answer.status()).as(answer.text()).isZero();
        return Arrays.stream(answer.text().split("(?m)^---\n"))
                .<HasMetadata>map(document -> Serialization.unmarshal(document))
                .toList();
    }
}
