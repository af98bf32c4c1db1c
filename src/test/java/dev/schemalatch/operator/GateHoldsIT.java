package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** While a new version waits: what serves goes on as if nothing were, and who asks is told why. */
class GateHoldsIT extends GateOnCluster {

    @Test
    void aVersionWhoseMigrationsAreAppliedStartsAndTheNextWaitsForItsOwn() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");

        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));

        told("orders", "web", Rollout.Held, "MigrationsPending");
        assertThat(replicaSets("web")).hasSize(1);
        assertThat(denial("web")).contains("held until the database is right", "kubectl describe mdc");
        assertThat(rollout("orders", "web").orElseThrow().message()).contains("1 of 2 migrations not applied: 2_more");
        await().untilAsserted(() -> assertThat(events("Deployment", "web")).contains("RolloutHeld"));
        await().untilAsserted(() ->
                assertThat(events("MigrationDriftCheck", "orders")).contains("RolloutHeld"));

        database.apply("2_more");

        serves("web", 2, "web:2");
        told("orders", "web", Rollout.Allowed, "Verified");
        await().untilAsserted(() -> assertThat(events("Deployment", "web")).contains("Verified"));
    }

    @Test
    void whatServesIsDrainedScaledAndReplacedWhileTheNextWaits() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");
        admin().resource(budget()).create();

        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));
        told("orders", "web", Rollout.Held, "MigrationsPending");

        serves("web", 2, "web:1");
        await().untilAsserted(() -> assertThat(disruptionsAllowed()).isEqualTo(1));
        admin().apps().deployments().inNamespace(namespace).withName("web").scale(5);
        serves("web", 5, "web:1");
        var victim = readyPods("web").get(0).getMetadata().getName();
        admin().pods().inNamespace(namespace).withName(victim).delete();
        await().until(() -> readyPods("web").stream()
                .noneMatch(pod -> pod.getMetadata().getName().equals(victim)));
        serves("web", 5, "web:1");
    }

    @Test
    void aReplicaSetThatIsMadeAgainDoesNotWaitWhateverTheDatabaseIsLikeByNow() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");
        database.change("public.by_hand");

        replicaSets("web").forEach(replicaSet -> admin().resource(replicaSet).delete());

        serves("web", 2, "web:1");
    }

    @Test
    void aTypoIsDeniedWithAMessageAndAnUnlabelledDeploymentNeverNotices() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(deployment("typo", "web:1", Map.of("schemalatch.dev/check", "ordres")));
        apply(deployment("nobody", "web:1", Map.of()));
        var unlabelled = deployment("free", "web:1", Map.of("schemalatch.dev/check", "ordres"));
        unlabelled.getSpec().getTemplate().getMetadata().getLabels().remove("schemalatch.dev/gated");

        apply(unlabelled);

        serves("free", 2, "web:1");
        await().untilAsserted(() -> assertThat(denial("typo")).isNotEmpty());
        await().untilAsserted(() -> assertThat(denial("nobody")).isNotEmpty());
        await().untilAsserted(() -> assertThat(events("Deployment", "typo")).containsExactly("CheckNotFound"));
        assertThat(replicaSets("typo")).isEmpty();
        assertThat(replicaSets("nobody")).isEmpty();
    }

    @Test
    void driftHoldsANewVersionUntilItIsMended() {
        database.apply("1_init");
        database.change("public.by_hand");
        check("orders", migrations("orders-1", "1_init"));

        apply(web("web:1", "orders-1"));
        told("orders", "web", Rollout.Held, "SchemaDrifted");
        database.mend();

        serves("web", 2, "web:1");
    }

    @Test
    void whatThePolicyDoesNotNameDoesNotHold() {
        check("orders", migrations("orders-1", "1_init"), "gate: {holdOn: [Failed, Drift]}");

        apply(web("web:1", "orders-1"));

        serves("web", 2, "web:1");
    }

    @Test
    void aDatabaseThatIsAheadOfAVersionIsFine() {
        database.apply("1_init", "2_more", "3_most");
        check("orders", migrations("orders-3", "1_init", "2_more", "3_most"));

        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));

        serves("web", 2, "web:2");
    }

    @Test
    void aPausedDeploymentIsScaledFromNothingAndResumedWhenItsVersionMayStart() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"), "gate: {pauseWhileHeld: true}");
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");
        admin().apps().deployments().inNamespace(namespace).withName("web").scale(0);
        await().until(() -> readyPods("web").isEmpty());

        edit("web", deployment -> {
            deployment.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("web:2");
            deployment
                    .getSpec()
                    .getTemplate()
                    .getMetadata()
                    .getAnnotations()
                    .put("schemalatch.dev/migrations", migrations("orders-2", "1_init", "2_more"));
            return deployment;
        });
        await().until(() -> Boolean.TRUE.equals(get("web").getSpec().getPaused()));
        admin().apps().deployments().inNamespace(namespace).withName("web").scale(3);
        serves("web", 3, "web:1");

        database.apply("2_more");

        serves("web", 3, "web:2");
        await().until(() -> get("web").getSpec().getPaused() == null);
    }

    @Test
    void whileOneWaitsTheDatabaseIsGlancedAtAndNotChecked() {
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "orders-1"));
        told("orders", "web", Rollout.Held, "MigrationsPending");
        await().until(() -> checker.glances() > 1);
        var checks = checker.asked();
        var glances = checker.glances();

        await().until(() -> checker.glances() >= glances + 3);

        assertThat(checker.asked()).isEqualTo(checks);
    }

    private PodDisruptionBudget budget() {
        return new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withMaxUnavailable(new IntOrString(1))
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .endSpec()
                .build();
    }

    private int disruptionsAllowed() {
        return Objects.requireNonNull(admin().policy()
                        .v1()
                        .podDisruptionBudget()
                        .inNamespace(namespace)
                        .withName("web")
                        .get())
                .getStatus()
                .getDisruptionsAllowed();
    }
}
