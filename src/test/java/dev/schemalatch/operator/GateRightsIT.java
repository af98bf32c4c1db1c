package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.api.v1alpha1.RolloutGate;
import dev.schemalatch.api.v1alpha1.RolloutGateStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may open the gate: nobody but the operator, and those who may say that it is to be passed over, by name. */
class GateRightsIT extends GateOnCluster {

    private KubernetesClient tenant;

    @BeforeEach
    void aVersionWaits() {
        bind("tenant", "edit");
        tenant = cluster.as("tenant");
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");
        apply(web("web:2", migrations("orders-2", "1_init", "2_more")));
        told("orders", "web", Rollout.Held, "MigrationsPending");
    }

    @Test
    void aTenantWhoMayEditTheNamespaceCannotOpenTheGate() {
        var gate = Objects.requireNonNull(tenantsGate());
        gate.setStatus(RolloutGateStatus.empty());

        refused(() -> tenant.resource(gate).updateStatus(), "rolloutgates");
        refused(() -> tenant.resource(gate).delete(), "rolloutgates");
        refused(() -> tenant.resource(gate).update(), "rolloutgates");
        refused(
                () -> annotate(
                        tenant, Map.of("schemalatch.dev/bypass", "please", "schemalatch.dev/bypass-by", "tenant")),
                "may not bypass the gate");
        refused(() -> change(tenant, web -> labels(web).remove("schemalatch.dev/gated")), "out of the gate");
        refused(
                () -> change(tenant, web -> annotations(web).put("schemalatch.dev/check", "another")),
                "out of the gate");
        assertThat(images("web")).containsExactly("web:1");
    }

    @Test
    void whoMayBypassesByNameAndWithAReasonAndEverybodyHearsOfIt() {
        refused(() -> annotate(admin(), Map.of("schemalatch.dev/bypass", "incident 5")), "schemalatch.dev/bypass-by: ");
        refused(
                () -> annotate(admin(), Map.of("schemalatch.dev/bypass", " ", "schemalatch.dev/bypass-by", me())),
                "must say why");
        refused(
                () -> annotate(
                        admin(), Map.of("schemalatch.dev/bypass", "incident 5", "schemalatch.dev/bypass-by", "boss")),
                me());

        annotate(admin(), Map.of("schemalatch.dev/bypass", "incident 5", "schemalatch.dev/bypass-by", me()));

        serves("web", 2, "web:2");
        told("orders", "web", Rollout.Allowed, "RolloutBypassed");
        assertThat(rollout("orders", "web").orElseThrow().message()).contains(me(), "incident 5");
        await().untilAsserted(() -> assertThat(events("Deployment", "web")).contains("RolloutBypassed"));
        await().untilAsserted(() ->
                assertThat(events("MigrationDriftCheck", "orders")).contains("RolloutBypassed"));
        await().untilAsserted(() -> assertThat(meters.get("schemalatch.rollouts")
                        .tags("namespace", namespace, "name", "orders", "state", "bypassed")
                        .gauge()
                        .value())
                .isEqualTo(1));
    }

    @Test
    void aBypassIsForTheVersionThatItWasGivenFor() {
        annotate(admin(), Map.of("schemalatch.dev/bypass", "incident 5", "schemalatch.dev/bypass-by", me()));
        serves("web", 2, "web:2");

        refused(() -> change(tenant, web -> image(web, "web:3")), "may not bypass the gate");
        tenant.apps().deployments().inNamespace(namespace).withName("web").scale(3);
        serves("web", 3, "web:2");
        change(tenant, web -> web.getMetadata().getAnnotations().remove("schemalatch.dev/bypass"));
        change(tenant, web -> annotations(web)
                .put("schemalatch.dev/migrations", migrations("orders-3", "1_init", "2_more", "3_most")));

        told("orders", "web", Rollout.Held, "MigrationsPending");
        assertThat(images("web")).containsExactly("web:2");
    }

    @Test
    void whatWasBypassedStartsAgainAndLetsNobodyElseThrough() {
        annotate(admin(), Map.of("schemalatch.dev/bypass", "incident 5", "schemalatch.dev/bypass-by", me()));
        serves("web", 2, "web:2");
        await().untilAsserted(() -> assertThat(
                        new Gates(admin()).read(namespace).of("orders").gate().versions())
                .anyMatch(version -> "Deployment/web".equals(version.workload())));
        change(admin(), web -> web.getMetadata().getAnnotations().remove("schemalatch.dev/bypass"));

        replicaSets("web").forEach(replicaSet -> admin().resource(replicaSet).delete());
        apply(deployment(
                "worker",
                "web:2",
                Map.of("schemalatch.dev/check", "orders", "schemalatch.dev/migrations", "orders-2")));

        serves("web", 2, "web:2");
        told("orders", "worker", Rollout.Held, "MigrationsPending");
    }

    @Test
    void aDeploymentThatIsReplacedAtOnceIsRefusedAndOneThatIsThereAlreadyIsNotHeld() {
        var recreated = deployment(
                "batch",
                "batch:1",
                Map.of("schemalatch.dev/check", "orders", "schemalatch.dev/migrations", "orders-2"));
        recreated
                .getSpec()
                .setStrategy(new io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder()
                        .withType("Recreate")
                        .build());

        refused(() -> apply(recreated), "strategy Recreate");
        var policies = admin().admissionRegistration().v1().validatingAdmissionPolicyBindings();
        var binding = Objects.requireNonNull(
                policies.withName("schemalatch-deployments").get());
        policies.withName("schemalatch-deployments").delete();
        await().ignoreExceptions().until(() -> {
            apply(recreated);
            return true;
        });
        binding.getMetadata().setResourceVersion(null);
        admin().resource(binding).create();

        serves("batch", 2, "batch:1");
        await().untilAsserted(() -> assertThat(events("Deployment", "batch")).contains("GateUnsupported"));
        told("orders", "batch", Rollout.Allowed, "GateUnsupported");
    }

    private RolloutGate tenantsGate() {
        return await().ignoreExceptions()
                .until(
                        () -> tenant.resources(RolloutGate.class)
                                .inNamespace(namespace)
                                .withName("schemalatch")
                                .get(),
                        Objects::nonNull);
    }

    private String me() {
        return Objects.requireNonNull(
                admin().resource(new io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview())
                        .create()
                        .getStatus()
                        .getUserInfo()
                        .getUsername());
    }

    private void bind(String user, String role) {
        admin().resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(user)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .create();
    }

    private void annotate(KubernetesClient who, Map<String, String> annotations) {
        change(who, web -> web.getMetadata().getAnnotations().putAll(annotations));
    }

    private void change(KubernetesClient who, Consumer<Deployment> change) {
        who.apps().deployments().inNamespace(namespace).withName("web").edit(web -> {
            web.getMetadata().setResourceVersion(null);
            change.accept(web);
            return web;
        });
    }

    private static Map<String, String> labels(Deployment web) {
        return web.getSpec().getTemplate().getMetadata().getLabels();
    }

    private static Map<String, String> annotations(Deployment web) {
        return web.getSpec().getTemplate().getMetadata().getAnnotations();
    }

    private static void image(Deployment web, String image) {
        web.getSpec().getTemplate().getSpec().getContainers().get(0).setImage(image);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, String why) {
        assertThatThrownBy(what).hasMessageContaining(why);
    }
}
