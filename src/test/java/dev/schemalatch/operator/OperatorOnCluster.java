package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.verdict.Judgement.Truth;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An operator on a Kubernetes API, with a checker that says what it is told, watching a namespace of its own. */
abstract class OperatorOnCluster {

    static final AtomicInteger NAMESPACES = new AtomicInteger();
    static TestCluster cluster;

    final FakeChecker checker = new FakeChecker(Reporting.inSync());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    String namespace;
    RunningOperator operator;

    @BeforeAll
    static void startCluster() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        cluster = TestCluster.start();
    }

    @AfterAll
    static void stopCluster() throws Exception {
        cluster.close();
    }

    @BeforeEach
    void start() {
        namespace = cluster.namespace("shop-" + NAMESPACES.incrementAndGet());
        operator = startOperator(cluster.operator());
    }

    @AfterEach
    void stop() {
        operator.close();
    }

    RunningOperator startOperator(KubernetesClient client) {
        var workshop = new Workshop(
                client,
                checker,
                OperatorOnCluster::files,
                meters,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                installed(Installation.named("operator-it").with(Duration.ZERO)));
        return RunningOperator.start(client, workshop.holding(checker), cluster.options(namespace));
    }

    /** The operator as it is installed. */
    Installation installed(Installation least) {
        return least;
    }

    static TreeMap<String, String> files(CheckReport report) {
        return new TreeMap<>(Map.of("report.txt", report.assessment().verdict().name() + report.drift()));
    }

    void create(MigrationDriftCheck check) {
        cluster.admin().resource(Resources.secret(namespace)).create();
        cluster.admin().resource(Resources.migrations(namespace, "SELECT 1")).create();
        cluster.admin().resource(unnumbered(check)).create();
    }

    static MigrationDriftCheck unnumbered(MigrationDriftCheck check) {
        check.getMetadata().setGeneration(null);
        check.getMetadata().setUid(null);
        return check;
    }

    void edit(String name, MigrationDriftCheck wanted) {
        cluster.admin()
                .resources(MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName(name)
                .edit(current -> {
                    current.getMetadata().setResourceVersion(null);
                    current.setSpec(wanted.getSpec());
                    return current;
                });
    }

    void checkNow(String value) {
        cluster.admin()
                .resources(MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName("orders")
                .edit(current -> {
                    current.getMetadata().setResourceVersion(null);
                    current.getMetadata().setAnnotations(Map.of(MigrationDriftCheck.CHECK_NOW, value));
                    return current;
                });
    }

    void eventually(String name, ThrowingConsumer<MigrationDriftCheckStatus> assertion) {
        await().untilAsserted(() -> assertThat(status(name)).satisfies(assertion));
    }

    MigrationDriftCheckStatus status(String name) {
        return Optional.ofNullable(get(name).getStatus()).orElseGet(MigrationDriftCheckStatus::empty);
    }

    MigrationDriftCheck get(String name) {
        return Objects.requireNonNull(cluster.admin()
                .resources(MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    Optional<ConfigMap> report() {
        return Optional.ofNullable(cluster.admin()
                .configMaps()
                .inNamespace(namespace)
                .withName("orders-drift-report")
                .get());
    }

    static Condition condition(MigrationDriftCheckStatus status, String type) {
        var found = Conditions.find(status, type);
        assertThat(found).as(type).isPresent();
        return found.orElseThrow();
    }

    static Truth truth(MigrationDriftCheckStatus status, String type) {
        return condition(status, type).status();
    }

    static String attempt(MigrationDriftCheckStatus status) {
        return Optional.ofNullable(status.lastAttempt())
                .map(attempt -> Objects.requireNonNullElse(attempt.checkNow(), ""))
                .orElse("");
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
