package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.connection.ConnectionSource;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.TestDatabase;
import dev.schemalatch.verdict.Verdict;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shadow pods on a real API server, with the chart's rights; the test is the kubelet. */
class ShadowPodsIT extends OperatorOnCluster {

    private static final String IMAGE = "registry.example/postgis:18";
    private static final String SHADOW = "shadow: {image: {reference: '%s'}}".formatted(IMAGE);
    private static TestDatabase server;

    private boolean allowed = true;

    @BeforeAll
    static void allowShadowPods() {
        assumeTrue(cluster.real(), "needs a real API server: the in-process one knows no selectors");
        server = Databases.create();
        Chart.objects(ClusterRole.class, Map.of("shadowImages.enabled", true))
                .forEach(role -> cluster.admin().resource(role).forceConflicts().serverSideApply());
    }

    @AfterAll
    static void dropServer() {
        if (server != null) {
            server.close();
        }
    }

    /** The namespace admits pods of the restricted profile alone. */
    @BeforeEach
    void prepareNamespace() {
        cluster.admin().namespaces().withName(namespace).edit(found -> {
            found.getMetadata().getLabels().put("pod-security.kubernetes.io/enforce", "restricted");
            return found;
        });
        cluster.admin()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("default")
                        .endMetadata()
                        .build())
                .create();
    }

    @Override
    Installation installed(Installation least) {
        return least.with(new ShadowPods.Installed(
                allowed, Chart.NAMESPACE, server.settings().port()));
    }

    @Test
    void migrationsAreReplayedInThePodAndNothingIsLeft() {
        checker.answers(replaying());
        create(Resources.check(namespace, "orders", SHADOW));

        var pod = awaitPod();
        server.run("CREATE ROLE postgres SUPERUSER LOGIN PASSWORD '%s'".formatted(password(pod)));
        report(pod, "{phase: Running, podIP: 127.0.0.1, conditions: [{type: Ready, status: 'True'}]}");

        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        server.run("DROP ROLE postgres");
        awaitNothingLeft();
    }

    @Test
    void aPodThatIsNeededTwiceIsMadeOnce() {
        checker.answers(request -> {
            var first = shadow(request).settings();
            assertThat(shadow(request).settings()).isEqualTo(first);
            return Reporting.inSync();
        });
        create(Resources.check(namespace, "orders", SHADOW));

        report(awaitPod(), "{phase: Running, podIP: 10.1.2.3, conditions: [{type: Ready, status: 'True'}]}");

        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        awaitNothingLeft();
    }

    @Test
    void aCheckWhoseAnswerIsKnownMakesNoPod() {
        create(Resources.check(namespace, "orders", SHADOW));

        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        assertThat(checker.last().shadow()).isPresent();
        assertThat(pods()).isEmpty();
    }

    @Test
    void anImageThatCannotBePulledStallsAndIsNamed() {
        checker.answers(replaying());
        create(Resources.check(namespace, "orders", SHADOW));

        report(
                awaitPod(),
                "{phase: Pending, containerStatuses: [{name: postgres, image: x, imageID: '', ready: false,"
                        + " restartCount: 0, state: {waiting: {reason: ErrImagePull, message: 'user:canary@registry'}}}]}");

        eventually("orders", status -> {
            assertThat(condition(status, "Stalled").reason()).isEqualTo(Reason.SpecInvalid.name());
            assertThat(condition(status, "Stalled").message())
                    .contains(IMAGE, "ErrImagePull")
                    .doesNotContain("canary");
        });
        awaitNothingLeft();
    }

    @Test
    void aPodThatIsNeverReadyIsGivenUpWhenTheCheckIsOver() {
        var shadow = pods(allowed)
                .of(stored(Resources.check(namespace, "orders", SHADOW + "\ntimeout: 1s\nsuspend: true")))
                .orElseThrow();

        try (shadow) {
            assertThat(failure(shadow::settings))
                    .startsWith("ShadowUnavailable")
                    .contains(IMAGE, "NotReady");
        }
        awaitNothingLeft();
    }

    @Test
    void anInstallationWithoutShadowPodsSaysWhatWouldAllowThem() {
        operator.close();
        allowed = false;
        operator = startOperator(cluster.operator());
        checker.answers(replaying());
        create(Resources.check(namespace, "orders", SHADOW));

        eventually("orders", status -> assertThat(condition(status, "Stalled").message())
                .contains("shadowImages.enabled", "spec.shadow.secretRef"));
        assertThat(pods()).isEmpty();
    }

    @Test
    void whatAnOperatorLeftIsSweptByTheNext() {
        var check = stored(Resources.check(namespace, "orders", SHADOW + "\ntimeout: 1s\nsuspend: true"));
        failure(() -> pods(true).of(check).orElseThrow().settings());
        assertThat(pods()).hasSize(1);
        operator.close();

        operator = startOperator(cluster.operator());

        awaitNothingLeft();
    }

    @Test
    void aPodTakesThePlaceOfTheOneBefore() {
        var check = stored(Resources.check(namespace, "orders", SHADOW + "\ntimeout: 1s\nsuspend: true"));
        failure(() -> pods(true).of(check).orElseThrow().settings());
        var before = pods();

        failure(() -> pods(true).of(check).orElseThrow().settings());

        assertThat(pods()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    private ShadowPods pods(boolean may) {
        return new ShadowPods(
                cluster.operator(),
                new ShadowPods.Installed(may, Chart.NAMESPACE, ShadowPod.PORT),
                InstantSource.system());
    }

    private MigrationDriftCheck stored(MigrationDriftCheck check) {
        create(check);
        return get("orders");
    }

    private static String failure(Runnable work) {
        try {
            work.run();
            return "none";
        } catch (FailedException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    private static ConnectionSource shadow(CheckRequest request) {
        return request.shadow().orElseThrow();
    }

    /** Creates a table in the shadow, and says what came of it. */
    private static Function<CheckRequest, CheckReport> replaying() {
        return request -> {
            try {
                var preparation = new Preparation("public", List.of(), List.of(), Duration.ofSeconds(30));
                Checkers.shadows()
                        .at(shadow(request), server.major())
                        .scratch(preparation, scratch -> scratch.catalog());
                return Reporting.inSync();
            } catch (FailedException failed) {
                return Failures.nothingKnown(failed.failure());
            }
        };
    }

    private List<Pod> pods() {
        return cluster.admin().pods().inNamespace(namespace).list().getItems();
    }

    private Pod awaitPod() {
        return await().until(() -> pods().stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private String password(Pod pod) {
        var reference = pod.getSpec()
                .getContainers()
                .get(0)
                .getEnv()
                .get(0)
                .getValueFrom()
                .getSecretKeyRef();
        var secret = cluster.admin()
                .secrets()
                .inNamespace(namespace)
                .withName(reference.getName())
                .get();
        var encoded = Objects.requireNonNull(secret.getData().get(reference.getKey()));
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private void report(Pod pod, String status) {
        cluster.admin().resource(pod).editStatus(found -> {
            found.setStatus(
                    Serialization.unmarshal("status: " + status, Pod.class).getStatus());
            return found;
        });
    }

    private void awaitNothingLeft() {
        await().untilAsserted(() -> {
            assertThat(pods()).isEmpty();
            assertThat(cluster.admin()
                            .secrets()
                            .inNamespace(namespace)
                            .withLabel(ShadowPod.SHADOW_OF)
                            .list()
                            .getItems())
                    .isEmpty();
            assertThat(cluster.admin()
                            .network()
                            .v1()
                            .networkPolicies()
                            .inNamespace(namespace)
                            .list()
                            .getItems())
                    .isEmpty();
        });
    }
}
