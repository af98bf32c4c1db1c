package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement.Truth;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks whose migrations are in an image, with a real registry. */
class ImageCheckIT extends ImagesOnCluster {

    ImageCheckIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void anImageByItsDigestIsReadAndNamed() {
        var image = shipped.push("1", "1_init", "2_more");

        check("image: {reference: %s, path: %s}".formatted(image, ShippedImages.PATH));

        eventually("orders", status -> {
            assertThat(migrations(status).pending()).containsExactly("2_more");
            assertThat(source(status).kind()).isEqualTo("Image");
            assertThat(source(status).name()).isEqualTo(image);
            assertThat(source(status).digest()).startsWith("sha256:");
            assertThat(source(status).resolved()).isNotNull().isEqualTo(image.substring(image.indexOf('@') + 1));
        });
    }

    @Test
    void aTagThatMovedIsNewContentAtTheNextCheck() {
        var first = shipped.push("latest", "1_init");
        check("image: {reference: %s, path: %s}".formatted(shipped.tagged("latest"), ShippedImages.PATH));
        eventually("orders", status -> {
            assertThat(source(status).name()).isEqualTo(shipped.tagged("latest"));
            assertThat(first).endsWith("@" + source(status).resolved());
        });
        var before = source(status("orders")).digest();

        var second = shipped.push("latest", "1_init", "2_more");
        checkNow("moved");

        eventually("orders", status -> {
            assertThat(second).endsWith("@" + source(status).resolved());
            assertThat(source(status).digest()).isNotEqualTo(before);
            assertThat(migrations(status).pending()).containsExactly("2_more");
        });
    }

    @Test
    void anImageMayBePrivate() {
        var image = secret.push("1", "1_init", "2_more");
        var source =
                "image: {reference: %s, path: %s, pullSecrets: [{name: regcred}]}".formatted(image, ShippedImages.PATH);
        cluster.admin().resource(secret.secret(namespace, "regcred", "wrong")).create();
        restart(Optional.of(secret.reader()));

        check(source);
        stalls(Reason.ImageAccessDenied, "orders");
        assertThat(Serialization.asYaml(get("orders"))).doesNotContain("wrong");

        cluster.admin().resource(secret.secret(namespace, "regcred", "se:cret")).update();
        checkNow("again");

        eventually("orders", status -> {
            assertThat(migrations(status).pending()).containsExactly("2_more");
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.False);
        });
    }

    @Test
    void aSecretThatTheCheckNamesHasToBeThereAndToBeOne() {
        var source = "image: {reference: %s, path: %s, pullSecrets: [{name: %%s}]}"
                .formatted(shipped.push("1", "1_init"), ShippedImages.PATH);

        check(source.formatted("regcred"));
        stalls(Reason.SecretNotFound, "regcred does not exist; create it or correct spec.migrations.image.pullSecrets");

        edit(source.formatted("orders-db"));
        stalls(Reason.SecretInvalid, "orders-db has no key .dockerconfigjson");
    }

    @Test
    void theNamespacesServiceAccountPullsToo() {
        cluster.admin().resource(secret.secret(namespace, "regcred", "se:cret")).create();
        serviceAccount("default", "gone", "orders-db", "regcred");
        restart(Optional.of(secret.reader()));

        check("image: {reference: %s, path: %s}".formatted(secret.push("1", "1_init"), ShippedImages.PATH));

        eventually("orders", status -> assertThat(truth(status, "Ready")).isEqualTo(Truth.True));
    }

    @Test
    void whatIsNotThereIsSaid() {
        var image = shipped.push("1", "1_init");

        check("image: {reference: %s, path: /srv/migrations}".formatted(image));
        stalls(Reason.MigrationsEmpty, "/srv/migrations");
        edit("image: {reference: '%s', path: %s}".formatted(shipped.tagged("2"), ShippedImages.PATH));
        stalls(Reason.ImageNotFound, "orders:2");
        edit("image: {reference: 'Not An Image', path: /}");
        stalls(Reason.ImageReferenceInvalid, "Not An Image");
    }

    @Test
    void anInstallationSaysWhichRegistriesAreReadOrThatNoneIs() {
        restart(Optional.of(shipped.stranger()));
        check("image: {reference: %s, path: %s}".formatted(shipped.push("1", "1_init"), ShippedImages.PATH));
        stalls(Reason.RegistryNotAllowed, "orders");

        restart(Optional.empty());
        checkNow("again");
        stalls(Reason.RemoteUnsupported, "images.enabled");
    }

    @Test
    void theServerTakesExactlyOneSource() {
        assumeTrue(cluster.real(), "needs a real API server: the in-process one validates nothing");
        var image = "image: {reference: registry.example/orders}";
        var workload = "workload: {kind: Deployment, name: web, path: /app/migrations}";
        for (var wrong : Map.of(
                        image + ", " + workload,
                        "exactly one source",
                        image + ", configMap: {name: a}",
                        "exactly one source",
                        "tool: Auto",
                        "exactly one source",
                        "image: {path: /app}",
                        "reference",
                        "image: {reference: a, pullSecrets: [{name: x}, {name: x}]}",
                        "Duplicate value",
                        "configMaps: [{name: x}, {name: x}]",
                        "Duplicate value",
                        "workload: {kind: ReplicaSet, name: web, path: /app}",
                        "kind",
                        "workload: {kind: Deployment, name: web}",
                        "path")
                .entrySet()) {
            assertThatThrownBy(() -> server(wrong.getKey())).as(wrong.getKey()).hasMessageContaining(wrong.getValue());
        }
        server(image);
    }

    /** As YAML, since what it refuses cannot be made otherwise. */
    private void server(String source) {
        var yaml = """
                apiVersion: schemalatch.dev/v1alpha1
                kind: MigrationDriftCheck
                metadata: {namespace: %s, name: wrong}
                spec: {database: {secretRef: {name: orders-db}}, migrations: {%s}}
                """.formatted(namespace, source);
        cluster.admin()
                .resource(
                        Serialization.unmarshal(yaml, io.fabric8.kubernetes.api.model.GenericKubernetesResource.class))
                .create();
    }
}
