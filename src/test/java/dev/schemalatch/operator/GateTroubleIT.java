package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.failure.Reason;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate does where things go wrong, or come in another order than one would like. */
class GateTroubleIT extends GateOnCluster {

    private static final Duration A_WHILE = Duration.ofSeconds(3);

    @Test
    void withoutTheOperatorWhatIsKnownStartsAndWhatIsUnknownWaitsForItsReturn() {
        firstVersionServes();
        database.apply("2_more");
        check("orders", migrations("orders-2", "1_init", "2_more"));
        await().until(() -> status("orders").toString().contains("name=orders-2"));
        operator.close();

        apply(web("web:2", "orders-2"));
        serves("web", 2, "web:2");
        database.apply("3_most");
        apply(web("web:3", migrations("orders-3", "1_init", "2_more", "3_most")));
        await().until(() -> !denial("web").isEmpty());
        assertThat(images("web")).containsExactly("web:2");

        operator = startOperator();
        serves("web", 2, "web:3");
    }

    @Test
    void anOperatorThatIsRestartedWhileOneWaitsReleasesNothingAndForgetsNothing() {
        firstVersionServes();
        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));
        told("orders", "web", Rollout.Held, "MigrationsPending");
        var since = rollout("orders", "web").orElseThrow().since();

        operator.close();
        operator = startOperator();
        await().during(A_WHILE).until(() -> replicaSets("web").size() == 1);
        assertThat(rollout("orders", "web").orElseThrow().since()).isEqualTo(since);
        operator.close();
        database.apply("2_more");
        operator = startOperator();

        serves("web", 2, "web:2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everythingAppliedAtOnceInAnyOrderIsNeverReleasedOnTheOldAnswer(long order) {
        firstVersionServes();
        List<Runnable> manifests = new java.util.ArrayList<>(List.of(
                () -> migrations("orders-2", "1_init", "2_more"),
                () -> check("orders", "orders-2"),
                () -> apply(web("web:2", "orders-2"))));
        Collections.shuffle(manifests, new Random(order));

        manifests.forEach(Runnable::run);

        told("orders", "web", Rollout.Held, "MigrationsPending");
        assertThat(replicaSets("web")).hasSize(1);
        database.apply("2_more");
        serves("web", 2, "web:2");
    }

    @Test
    void aVersionThatNamesNoMigrationsGoesByTheCheckAsItIsAfterTheVersionCame() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        await().until(() -> status("orders").rollout() == Rollout.Allowed);
        database.change("public.by_hand");

        apply(deployment("web", "web:1", Map.of("schemalatch.dev/check", "orders")));

        told("orders", "web", Rollout.Held, "RolloutHeld");
        assertThat(replicaSets("web")).isEmpty();
        database.mend();
        serves("web", 2, "web:1");
    }

    @Test
    void twoDeploymentsOnOneDatabaseWaitEachForItsOwnMigrations() {
        firstVersionServes();
        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));
        apply(deployment(
                "worker",
                "worker:2",
                Map.of(
                        "schemalatch.dev/check",
                        "orders",
                        "schemalatch.dev/migrations",
                        migrations("orders-3", "1_init", "2_more", "3_most"))));
        told("orders", "web", Rollout.Held, "MigrationsPending");
        told("orders", "worker", Rollout.Held, "MigrationsPending");

        database.apply("2_more");
        serves("web", 2, "web:2");
        assertThat(replicaSets("worker")).isEmpty();

        database.apply("3_most");
        serves("worker", 2, "worker:2");
    }

    @Test
    void aDeploymentWithSeveralChecksWaitsForAllOfThem() {
        check("orders", migrations("orders-1", "1_init"));
        check("billing", migrations("billing-1", "b1_init"));
        apply(deployment(
                "web",
                "web:1",
                Map.of(
                        "schemalatch.dev/check", "orders, billing",
                        "migrations.schemalatch.dev/orders", "orders-1",
                        "migrations.schemalatch.dev/billing", "billing-1")));
        told("orders", "web", Rollout.Held, "MigrationsPending");
        told("billing", "web", Rollout.Held, "MigrationsPending");

        database.apply("1_init");
        told("orders", "web", Rollout.Allowed, "Verified");
        await().during(A_WHILE).until(() -> replicaSets("web").isEmpty());

        database.apply("b1_init");
        serves("web", 2, "web:1");
    }

    @Test
    void aRollbackNeverWaitsByUndoOrByGit() {
        firstVersionServes();
        database.apply("2_more");
        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));
        serves("web", 2, "web:2");
        database.change("public.by_hand");

        admin().apps()
                .deployments()
                .inNamespace(namespace)
                .withName("web")
                .rolling()
                .undo();
        serves("web", 2, "web:1");
        apply(web("web:2", "orders-2"));
        serves("web", 2, "web:2");
        replicaSets("web").stream()
                .filter(replicaSet -> replicaSet.getSpec().getReplicas() == 0)
                .forEach(replicaSet -> admin().resource(replicaSet).delete());
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");
    }

    @Test
    void withoutItsCheckWhatServesGoesOnAndWhatIsNewWaitsUntilThereIsOneAgain() {
        firstVersionServes();
        admin().resources(MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName("orders")
                .delete();
        await().until(() -> new Gates(admin()).read(namespace).status().checks().isEmpty());

        apply(web("web:2", "orders-1"));
        await().untilAsserted(() -> assertThat(denial("web")).contains("there is no MigrationDriftCheck orders"));
        admin().apps().deployments().inNamespace(namespace).withName("web").scale(3);
        serves("web", 3, "web:1");

        check("orders", "orders-1");
        serves("web", 3, "web:2");
    }

    @Test
    void anotherDatabaseUnderTheSameCheckIsLookedAtAnew() {
        firstVersionServes();
        var other = Resources.secret(namespace);
        other.getMetadata().setName("other-db");
        other.setData(Map.of(
                "uri",
                java.util.Base64.getEncoder()
                        .encodeToString("postgresql://app:secret@other.example.com/orders"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        admin().resource(other).create();
        database.change("public.by_hand");
        admin().resources(MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName("orders")
                .edit(check -> {
                    check.setSpec(Resources.check(namespace, "orders", "").getSpec());
                    return io.fabric8.kubernetes.client.utils.Serialization.unmarshal(
                            io.fabric8.kubernetes.client.utils.Serialization.asJson(check)
                                    .replace("orders-db", "other-db")
                                    .replace("orders-migrations", "orders-1"),
                            MigrationDriftCheck.class);
                });
        await().until(() -> new Gates(admin())
                .read(namespace)
                .of("orders")
                .gate()
                .toString()
                .contains("other.example.com"));

        apply(deployment(
                "worker",
                "worker:1",
                Map.of("schemalatch.dev/check", "orders", "schemalatch.dev/migrations", "orders-1")));

        told("orders", "worker", Rollout.Held, "SchemaDrifted");
        serves("web", 2, "web:1");
    }

    @Test
    void aVerdictThatFlapsRollsNothingToAndFro() {
        firstVersionServes();
        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));
        told("orders", "web", Rollout.Held, "MigrationsPending");
        var serving = readyPods("web").stream()
                .map(pod -> pod.getMetadata().getUid())
                .sorted()
                .toList();

        for (var flap = 0; flap < 3; flap++) {
            database.goAway(Reason.DatabaseUnreachable);
            told("orders", "web", Rollout.Held, "DatabaseUnreachable");
            database.comeBack();
            told("orders", "web", Rollout.Held, "MigrationsPending");
        }

        assertThat(readyPods("web").stream()
                        .map(pod -> pod.getMetadata().getUid())
                        .sorted()
                        .toList())
                .isEqualTo(serving);
        assertThat(replicaSets("web")).hasSize(1);
        database.apply("2_more");
        serves("web", 2, "web:2");
        var replicaSet = replicaSets("web").size();
        database.change("public.by_hand");
        await().until(() -> status("orders").rollout() == Rollout.Held || checkNow());
        assertThat(replicaSets("web")).hasSize(replicaSet);
        assertThat(rollout("orders", "web").orElseThrow().state()).isEqualTo(Rollout.Allowed);
    }

    @Test
    void whatOneTemplateSaysAtTooGreatLengthKeepsNobodyElseFromStarting() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "x".repeat(5_000)));
        apply(deployment(
                "worker",
                "worker:1",
                Map.of("schemalatch.dev/check", "orders", "schemalatch.dev/migrations", "orders-1")));

        serves("worker", 2, "worker:1");
        assertThat(replicaSets("web")).isEmpty();
    }

    @Test
    void aNamespaceThatGoesTakesEverythingWithItAndTheOperatorWorksOn() {
        firstVersionServes();
        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));
        told("orders", "web", Rollout.Held, "MigrationsPending");

        admin().namespaces().withName(namespace).delete();

        await().until(() -> admin().namespaces().withName(namespace).get() == null);
    }

    private boolean checkNow() {
        admin().resources(MigrationDriftCheck.class)
                .inNamespace(namespace)
                .withName("orders")
                .edit(check -> {
                    check.getMetadata().setResourceVersion(null);
                    check.getMetadata()
                            .setAnnotations(Map.of(MigrationDriftCheck.CHECK_NOW, Long.toString(System.nanoTime())));
                    return check;
                });
        return false;
    }

    private void firstVersionServes() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");
    }
}
