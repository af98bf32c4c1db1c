package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.RolloutStatus;
import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Glancer;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Rollouts on a real API server with the cluster's own controllers and the chart's policies. The in-process API knows no
 * policies and makes no pods: there, all of this is skipped.
 */
abstract class GateOnCluster {

    private static final String NEEDS =
            "rollouts are tried on a real API server with kube-controller-manager beside it, in the"
                    + " folder that KUBE_API_TEST_DIR names; the in-process API knows no policies";

    static final AtomicInteger NAMESPACES = new AtomicInteger();
    static TestCluster cluster;

    final Migrations database = new Migrations();
    final FakeChecker checker = new FakeChecker(Reporting.inSync());
    final io.micrometer.core.instrument.simple.SimpleMeterRegistry meters =
            new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    String namespace;
    RunningOperator operator;

    @BeforeAll
    static void startCluster() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(100));
        if (!TestCluster.hasControllers()) {
            System.out.println("demo-gate: skipped: " + NEEDS);
        }
        assumeTrue(TestCluster.hasControllers(), NEEDS);
        cluster = TestCluster.start().withControllers();
    }

    @AfterAll
    static void stopCluster() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void start() {
        checker.answers(database::report);
        namespace = cluster.namespace("gate-" + getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + "-"
                + NAMESPACES.incrementAndGet());
        cluster.admin().resource(Resources.secret(namespace)).create();
        operator = startOperator();
    }

    @AfterEach
    void stop() {
        operator.close();
    }

    RunningOperator startOperator() {
        return startOperator(checker, checker);
    }

    final RunningOperator startOperator(Checker looks, Glancer glances) {
        var workshop = new Workshop(
                cluster.operator(),
                looks,
                OperatorOnCluster::files,
                meters,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                installed(Installation.named("gate-it").with(Duration.ZERO)));
        return RunningOperator.start(workshop.client(), workshop.holding(glances), cluster.options(namespace));
    }

    /** The operator as it is installed. */
    Installation installed(Installation least) {
        return least;
    }

    KubernetesClient admin() {
        return cluster.admin();
    }

    /** Migrations of that many files under a name that stands for them. */
    String migrations(String name, String... files) {
        admin().resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withImmutable(true)
                        .withData(Arrays.stream(files)
                                .collect(Collectors.toMap(file -> file + ".sql", file -> "SELECT 1")))
                        .build())
                .create();
        return name;
    }

    void check(String name, String configMap, String... more) {
        checkOf(name, "configMap: {name: %s}".formatted(configMap), more);
    }

    /** A check of migrations that are kept anywhere. */
    void checkOf(String name, String source, String... more) {
        admin().resource(Serialization.unmarshal(
                        """
                        apiVersion: schemalatch.dev/v1alpha1
                        kind: MigrationDriftCheck
                        metadata: {namespace: %s, name: %s}
                        spec:
                          database: {secretRef: {name: orders-db}}
                          migrations: {%s}
                        %s
                        """.formatted(
                                namespace, name, source, String.join("\n", more).indent(2)),
                        MigrationDriftCheck.class))
                .forceConflicts()
                .serverSideApply();
    }

    /** A Deployment of two pods as a pipeline applies it: gated, with the migrations that it ships. */
    Deployment deployment(String name, String image, Map<String, String> annotations) {
        return Serialization.unmarshal(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {namespace: %s, name: %s}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %2$s}}
                  template:
                    metadata:
                      labels: {app: %2$s, schemalatch.dev/gated: "true"}
                      annotations: %s
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers: [{name: app, image: "%s"}]
                """.formatted(namespace, name, Serialization.asJson(annotations), image), Deployment.class);
    }

    Deployment web(String image, String migrations) {
        return deployment(
                "web", image, Map.of("schemalatch.dev/check", "orders", "schemalatch.dev/migrations", migrations));
    }

    void apply(Deployment deployment) {
        admin().resource(deployment).forceConflicts().serverSideApply();
    }

    Deployment get(String name) {
        return Objects.requireNonNull(admin().apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    void edit(String name, UnaryOperator<Deployment> change) {
        admin().apps().deployments().inNamespace(namespace).withName(name).edit(deployment -> {
            deployment.getMetadata().setResourceVersion(null);
            return change.apply(deployment);
        });
    }

    List<String> images(String app) {
        return readyPods(app).stream()
                .map(pod -> pod.getSpec().getContainers().get(0).getImage())
                .distinct()
                .toList();
    }

    List<Pod> readyPods(String app) {
        return admin().pods().inNamespace(namespace).withLabel("app", app).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> pod.getStatus().getConditions().stream()
                        .anyMatch(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("True")))
                .toList();
    }

    List<ReplicaSet> replicaSets(String app) {
        return admin().apps()
                .replicaSets()
                .inNamespace(namespace)
                .withLabel("app", app)
                .list()
                .getItems();
    }

    private String found() {
        return admin().resources(MigrationDriftCheck.class).inNamespace(namespace).list().getItems().stream()
                .map(check -> String.valueOf(check.getStatus()))
                .collect(Collectors.joining("; "));
    }

    /** Waits until these and no other pods serve. */
    void serves(String app, int pods, String image) {
        await().untilAsserted(() -> {
            assertThat(readyPods(app)).as(this::found).hasSize(pods);
            assertThat(images(app)).containsExactly(image);
        });
    }

    MigrationDriftCheckStatus status(String check) {
        return Optional.ofNullable(admin().resources(MigrationDriftCheck.class)
                        .inNamespace(namespace)
                        .withName(check)
                        .get())
                .flatMap(found -> Optional.ofNullable(found.getStatus()))
                .orElseGet(MigrationDriftCheckStatus::empty);
    }

    Optional<RolloutStatus> rollout(String check, String name) {
        return status(check).rollouts().stream()
                .filter(rollout -> rollout.name().equals(name))
                .findFirst();
    }

    /** Waits until the check says that the workload is held, or is not. */
    void told(String check, String name, MigrationDriftCheckStatus.Rollout state, String reason) {
        await().untilAsserted(() -> assertThat(rollout(check, name)).hasValueSatisfying(rollout -> {
            assertThat(rollout.state()).isEqualTo(state);
            assertThat(rollout.reason()).isEqualTo(reason);
        }));
    }

    /** What the Deployment's controller was told when it tried to start the new version. */
    String denial(String name) {
        return get(name).getStatus().getConditions().stream()
                .filter(condition -> "ReplicaSetCreateError".equals(condition.getReason()))
                .map(condition -> condition.getMessage())
                .findFirst()
                .orElse("");
    }

    List<String> events(String kind, String name) {
        return admin().events().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getRegarding().getKind().equals(kind)
                        && event.getRegarding().getName().equals(name))
                .filter(event -> "schemalatch.dev/operator".equals(event.getReportingController()))
                .map(event -> event.getReason())
                .toList();
    }
}
