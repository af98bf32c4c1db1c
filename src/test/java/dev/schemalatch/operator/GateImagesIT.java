package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus.VersionGate;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions whose migrations are in their images, with a real registry. */
class GateImagesIT extends GateOnCluster {

    private static final String WORKLOAD = "workload: {kind: Deployment, name: web, path: /app/migrations}";
    private static final Map<String, String> ASKS = Map.of("schemalatch.dev/check", "orders");

    private final ShippedImages shipped;

    GateImagesIT(@TempDir Path folder) throws IOException {
        shipped = ShippedImages.start(folder);
    }

    @Override
    Installation installed(Installation least) {
        return least.reading(shipped.reader());
    }

    @BeforeEach
    void aDatabase() {
        database.apply("1_init");
    }

    @AfterEach
    void stopRegistry() {
        shipped.close();
    }

    @Test
    void aVersionWaitsForTheMigrationsInItsOwnImage() {
        var first = shipped.push("1", "1_init");
        var second = shipped.push("2", "1_init", "2_more");
        checkOf("orders", WORKLOAD);
        apply(deployment("web", first, ASKS));
        serves("web", 2, first);

        apply(deployment("web", second, ASKS));
        told("orders", "web", Rollout.Held, "MigrationsPending");

        assertThat(rollout("orders", "web").orElseThrow().source()).isEqualTo(second);
        assertThat(rollout("orders", "web").orElseThrow().message()).contains("1 of 2 migrations not applied: 2_more");
        assertThat(images("web")).containsExactly(first);
        await().untilAsserted(() -> assertThat(denial("web")).contains("held until the database is right: orders"));
        database.apply("2_more");
        serves("web", 2, second);
        told("orders", "web", Rollout.Allowed, "Verified");
    }

    @Test
    void anImageByItsDigestStandsForItsMigrationsAndATagForWhatItWasThen() {
        var image = shipped.push("1", "1_init");
        checkOf("orders", WORKLOAD);
        apply(deployment("web", image, ASKS));
        serves("web", 2, image);
        apply(deployment("worker", shipped.tagged("1"), ASKS));
        serves("worker", 2, shipped.tagged("1"));

        assertThat(version(image).images()).isNull();
        assertThat(version(shipped.tagged("1")).images()).isEqualTo(shipped.tagged("1"));
        assertThat(version(image).digest())
                .isEqualTo(version(shipped.tagged("1")).digest());
    }

    @Test
    void whatServedOnceIsGoneBackToWithoutWaiting() {
        var first = shipped.push("1", "1_init");
        var second = shipped.push("2", "1_init", "2_more");
        database.apply("2_more");
        checkOf("orders", WORKLOAD);
        apply(deployment("web", first, ASKS));
        serves("web", 2, first);
        apply(deployment("web", second, ASKS));
        serves("web", 2, second);
        database.change("public.extra");
        operator.close();
        replicaSets("web").stream()
                .filter(one -> one.getSpec().getReplicas() == 0)
                .forEach(one -> admin().resource(one).delete());

        apply(deployment("web", first, ASKS));

        serves("web", 2, first);
    }

    @Test
    void aTemplateMayNameAnImageBesideTheOneThatItRuns() {
        var first = shipped.push("1", "1_init");
        shipped.push("2", "1_init", "2_more");
        checkOf("orders", "image: {reference: '%s', path: /app/migrations}".formatted(first));
        apply(named("web:1", first));
        serves("web", 2, "web:1");

        apply(named("web:2", shipped.tagged("2")));
        told("orders", "web", Rollout.Held, "MigrationsPending");
        assertThat(images("web")).containsExactly("web:1");

        database.apply("2_more");
        serves("web", 2, "web:2");
    }

    @Test
    void aVersionWhoseImageIsNotThereWaitsAndSaysSo() {
        var first = shipped.push("1", "1_init");
        checkOf("orders", WORKLOAD);
        apply(deployment("web", first, ASKS));
        serves("web", 2, first);

        apply(deployment("web", shipped.tagged("2"), ASKS));
        told("orders", "web", Rollout.Held, "ImageNotFound");
        assertThat(images("web")).containsExactly(first);

        shipped.push("2", "1_init");
        admin().resources(dev.schemalatch.api.v1alpha1.MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName("orders")
                .edit(check -> {
                    check.getMetadata().setAnnotations(Map.of("schemalatch.dev/check-now", "1"));
                    return check;
                });
        serves("web", 2, shipped.tagged("2"));
    }

    @Test
    void anImageBesideConfigMapsIsNotTaken() {
        var first = shipped.push("1", "1_init");
        checkOf("orders", WORKLOAD);
        apply(named("web:1", "orders-1," + first));

        told("orders", "web", Rollout.Held, "SpecInvalid");
        assertThat(rollout("orders", "web").orElseThrow().message()).contains("names an image beside others");
    }

    private Deployment named(String image, String migrations) {
        return deployment(
                "web", image, Map.of("schemalatch.dev/check", "orders", "schemalatch.dev/migrations", migrations));
    }

    private VersionGate version(String source) {
        var versions = new Gates(admin()).read(namespace).of("orders").gate().versions();
        return versions.stream()
                .filter(version -> version.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new AssertionError(List.copyOf(versions)));
    }
}
