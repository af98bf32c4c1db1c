package dev.schemalatch.operator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement.Truth;
import dev.schemalatch.verdict.Verdict;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator against a Kubernetes API, with a checker that says what it is told. */
class OperatorIT {

    private static final AtomicInteger NAMESPACES = new AtomicInteger();
    private static TestCluster cluster;

    private final FakeChecker checker = new FakeChecker(Reporting.inSync());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private String namespace;
    private RunningOperator operator;

    @BeforeAll
    static void startCluster() {
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

    @Test
    void aResourceIsCheckedAndSaysWhatWasFound() {
        create(Resources.check(namespace, "orders"));

        eventually("orders", status -> {
            assertThat(status.verdict()).isEqualTo(Verdict.InSync);
            assertThat(status.rollout()).isEqualTo(Rollout.Allowed);
            assertThat(status.conditions()).extracting(Condition::type).containsExactlyElementsOf(Conditions.TYPES);
            assertThat(truth(status, "Ready")).isEqualTo(Truth.True);
            assertThat(truth(status, "Reconciling")).isEqualTo(Truth.False);
            assertThat(status.observedGeneration())
                    .isEqualTo(get("orders").getMetadata().getGeneration());
            assertThat(Objects.requireNonNull(status.migrations()).tool()).isEqualTo("Prisma");
        });
        assertThat(checker.last().database().database()).isEqualTo("orders");
        assertThat(checker.last().migrations().read().files()).containsOnlyKeys("1_init.sql");
    }

    @Test
    void theReportBelongsToItsResourceAndIsWrittenOnce() {
        checker.answers(Reporting.drifted("public.extra"));
        create(Resources.check(namespace, "orders"));
        await().until(() -> report().isPresent());
        var first = report().orElseThrow();

        checkNow("again");
        await().until(() -> checker.asked() == 2);
        eventually("orders", status -> assertThat(attempt(status)).isEqualTo("again"));

        assertThat(first.getData()).containsKey("report.txt");
        assertThat(first.getMetadata().getOwnerReferences()).singleElement().satisfies(owner -> assertThat(
                        owner.getUid())
                .isEqualTo(get("orders").getMetadata().getUid()));
        assertThat(report().orElseThrow().getMetadata().getResourceVersion())
                .isEqualTo(first.getMetadata().getResourceVersion());
    }

    @Test
    void aReportDoesNotOverwriteWhatBelongsToSomebodyElse() {
        var other = Resources.migrations(namespace, "SELECT 1");
        other.getMetadata().setName("orders-drift-report");
        cluster.admin().resource(other).create();

        create(Resources.check(namespace, "orders"));

        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        assertThat(report().orElseThrow().getData()).containsOnlyKeys("1_init.sql");
    }

    @Test
    void aChangedSpecIsCheckedAtOnce() {
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        edit("orders", Resources.check(namespace, "orders", "timeout: 90s"));

        await().until(() -> checker.asked() == 2);
        assertThat(checker.last().timeout()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theAnnotationAsksForACheckAtOnce() {
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        checkNow("1");
        await().until(() -> checker.asked() == 2);
        checkNow("2");
        await().until(() -> checker.asked() == 3);
    }

    @Test
    void aChangeOfALabelledConfigMapIsCheckedAtOnce() {
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        cluster.admin().resource(Resources.migrations(namespace, "SELECT 2")).update();

        await().until(() -> checker.asked() == 2);
    }

    @Test
    void aMissingSecretStallsTheCheckUntilItIsThere() {
        cluster.admin().resource(Resources.migrations(namespace, "SELECT 1")).create();
        cluster.admin()
                .resource(unnumbered(Resources.check(namespace, "orders")))
                .create();
        eventually("orders", status -> {
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.True);
            assertThat(condition(status, "Ready").reason()).isEqualTo(Reason.SecretNotFound.name());
            assertThat(condition(status, "Ready").message()).contains("orders-db");
            assertThat(truth(status, "HistoryInSync")).isEqualTo(Truth.Unknown);
        });

        cluster.admin().resource(Resources.secret(namespace)).create();

        eventually("orders", status -> assertThat(truth(status, "Ready")).isEqualTo(Truth.True));
        assertThat(truth(status("orders"), "Stalled")).isEqualTo(Truth.False);
    }

    @Test
    void aHangingDatabaseStopsNobodyElse() {
        var release = new CountDownLatch(1);
        checker.answers(request -> {
            if (request.name().endsWith("/hanging")) {
                waitFor(release);
            }
            return Reporting.inSync();
        });
        create(Resources.check(namespace, "hanging", "timeout: 1s"));
        await().until(() -> checker.asked() == 1);

        for (var i = 0; i < 8; i++) {
            cluster.admin()
                    .resource(unnumbered(Resources.check(namespace, "quick-" + i)))
                    .create();
        }

        for (var i = 0; i < 8; i++) {
            eventually("quick-" + i, status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        }
        eventually("hanging", status -> {
            assertThat(condition(status, "Ready").reason()).isEqualTo(Reason.DatabaseTimeout.name());
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.False);
        });
        release.countDown();
    }

    @Test
    void aResourceDeletedInTheMiddleOfACheckLeavesNothingBehind() {
        var release = new CountDownLatch(1);
        checker.answers(request -> {
            waitFor(release);
            return Reporting.drifted("public.extra");
        });
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        cluster.admin().resource(get("orders")).delete();
        release.countDown();

        await().during(Duration.ofSeconds(1)).until(() -> report().isEmpty());
        await().until(() -> meters.find("schemalatch.verdict").gauges().isEmpty());
        assertThat(checker.asked()).isEqualTo(1);
    }

    @Test
    void aRestartRepeatsNothingBeforeItIsDue() {
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        var before = status("orders");

        operator.close();
        operator = startOperator(cluster.operator());

        await().until(() -> !meters.find("schemalatch.verdict").gauges().isEmpty());
        await().during(Duration.ofSeconds(1)).until(() -> checker.asked() == 1);
        assertThat(status("orders")).isEqualTo(before);
    }

    @Test
    void whatHappenedWhileTheOperatorWasAwayIsNotForgotten() {
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        operator.close();

        cluster.admin().resource(Resources.migrations(namespace, "SELECT 3")).update();
        operator = startOperator(cluster.operator());

        await().until(() -> checker.asked() == 2);
    }

    @Test
    void anOutageIsUnknownAndKeepsWhatWasKnown() {
        checker.answers(Reporting.drifted("public.extra"));
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.Drifted));
        var before = status("orders");

        checker.answers(Reporting.nothing(Reason.DatabaseUnreachable));
        checkNow("1");

        eventually("orders", status -> {
            assertThat(status.verdict()).isEqualTo(Verdict.Unknown);
            assertThat(truth(status, "SchemaInSync")).isEqualTo(Truth.Unknown);
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.False);
            assertThat(condition(status, "Ready").message()).contains("last known");
            assertThat(status.drift()).isEqualTo(before.drift());
            assertThat(status.migrations()).isEqualTo(before.migrations());
            assertThat(status.lastCheckTime()).isEqualTo(before.lastCheckTime());
        });
    }

    @Test
    void aSuspendedResourceKeepsItsResultsAndIsNotChecked() {
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));

        edit("orders", Resources.check(namespace, "orders", "suspend: true"));

        eventually("orders", status -> {
            assertThat(condition(status, "Ready").reason()).isEqualTo(Reason.Suspended.name());
            assertThat(truth(status, "Ready")).isEqualTo(Truth.True);
            assertThat(status.nextCheckTime()).isNull();
            assertThat(status.verdict()).isEqualTo(Verdict.InSync);
        });
        checkNow("1");
        await().during(Duration.ofSeconds(1)).until(() -> checker.asked() == 1);
    }

    @Test
    void peopleHearOfChangesOnce() {
        checker.answers(Reporting.drifted("public.extra"));
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);
        checkNow("1");
        await().until(() -> checker.asked() == 2);
        checker.answers(Reporting.drifted("public.other"));
        checkNow("2");
        eventually("orders", status -> assertThat(attempt(status)).isEqualTo("2"));

        assertThat(cluster.admin()
                        .events()
                        .v1()
                        .events()
                        .inNamespace(namespace)
                        .list()
                        .getItems())
                .extracting(Event::getReason)
                .containsExactlyInAnyOrder(Reason.SchemaDrifted.name(), Reason.DriftChanged.name());
    }

    @Test
    void aClusterThatIsAwayForAWhileLosesNothing() throws Exception {
        try (var wire = new Cut(cluster.port())) {
            operator.close();
            operator = startOperator(cluster.operator(wire));
            create(Resources.check(namespace, "orders"));
            eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));

            wire.cut();
            checker.answers(Reporting.drifted("public.extra"));
            checkNow("1");
            await().during(Duration.ofSeconds(1)).until(() -> checker.asked() == 1);
            wire.mend();

            eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.Drifted));
            operator.close();
        }
    }

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
                        "shadow: {embedded: {}, secretRef: {name: x}}", "at most one")
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
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
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

    private static java.io.InputStream openSamples() {
        try {
            return java.nio.file.Files.newInputStream(Path.of("deploy", "samples", "orders.yaml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private RunningOperator startOperator(KubernetesClient client) {
        var workshop = new Workshop(
                client,
                checker,
                OperatorIT::files,
                meters,
                InstantSource.system(),
                RandomGenerator.getDefault(),
                "operator-it",
                Duration.ZERO);
        return RunningOperator.start(client, workshop, cluster.options(namespace));
    }

    private static TreeMap<String, String> files(CheckReport report) {
        return new TreeMap<>(Map.of("report.txt", report.assessment().verdict().name() + report.drift()));
    }

    private void create(MigrationDriftCheck check) {
        cluster.admin().resource(Resources.secret(namespace)).create();
        cluster.admin().resource(Resources.migrations(namespace, "SELECT 1")).create();
        cluster.admin().resource(unnumbered(check)).create();
    }

    private static MigrationDriftCheck unnumbered(MigrationDriftCheck check) {
        check.getMetadata().setGeneration(null);
        check.getMetadata().setUid(null);
        return check;
    }

    private void edit(String name, MigrationDriftCheck wanted) {
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

    private void checkNow(String value) {
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

    private void eventually(String name, ThrowingConsumer<MigrationDriftCheckStatus> assertion) {
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(status(name)).satisfies(assertion));
    }

    private MigrationDriftCheckStatus status(String name) {
        return Optional.ofNullable(get(name).getStatus()).orElseGet(MigrationDriftCheckStatus::empty);
    }

    private MigrationDriftCheck get(String name) {
        return Objects.requireNonNull(cluster.admin()
                .resources(MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    private Optional<ConfigMap> report() {
        return Optional.ofNullable(cluster.admin()
                .configMaps()
                .inNamespace(namespace)
                .withName("orders-drift-report")
                .get());
    }

    private static Condition condition(MigrationDriftCheckStatus status, String type) {
        return Conditions.find(status, type).orElseThrow();
    }

    private static Truth truth(MigrationDriftCheckStatus status, String type) {
        return condition(status, type).status();
    }

    private static String attempt(MigrationDriftCheckStatus status) {
        return Optional.ofNullable(status.lastAttempt())
                .map(attempt -> Objects.requireNonNullElse(attempt.checkNow(), ""))
                .orElse("");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
