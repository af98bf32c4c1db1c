package dev.schemalatch.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutTest {

    @Test
    void aDeploymentWithoutTheLabelDoesNotAsk() {
        var deployment = deployment("web:1");
        deployment.getSpec().getTemplate().getMetadata().getLabels().remove(GatedTemplate.LABEL);

        assertThat(Rollout.of(deployment, List.of())).isEmpty();
    }

    @Test
    void itHasStartedWhereAReplicaSetOfItsTemplateIsThereEvenWithoutPods() {
        var rollout = Rollout.of(deployment("web:2"), List.of(replicaSet("web:2", 0, "uid-of-web")))
                .orElseThrow();

        assertThat(rollout.started()).isTrue();
        assertThat(rollout.running()).hasSize(1);
    }

    @Test
    void anOlderReplicaSetRunsWhereItHasPods() {
        var rollout = Rollout.of(
                        deployment("web:3"),
                        List.of(replicaSet("web:2", 2, "uid-of-web"), replicaSet("web:1", 0, "uid-of-web")))
                .orElseThrow();

        assertThat(rollout.started()).isFalse();
        assertThat(rollout.running()).extracting(GatedTemplate::images).containsExactly("web:2");
    }

    @Test
    void anotherDeploymentsReplicaSetIsPassedOver() {
        assertThat(Rollout.of(deployment("web:1"), List.of(replicaSet("web:1", 2, "uid-of-another"))))
                .hasValueSatisfying(rollout -> assertThat(rollout.started()).isFalse());
    }

    @Test
    void eachCheckHasItsOwnMigrationsOrTheCommonOnes() {
        var deployment = deployment("web:1");
        var annotations = deployment.getSpec().getTemplate().getMetadata().getAnnotations();
        annotations.put(GatedTemplate.CHECK, " orders, billing,orders ,");
        annotations.put(GatedTemplate.MIGRATIONS_OF + "billing", "billing-1");

        var template = GatedTemplate.of(deployment.getSpec().getTemplate()).orElseThrow();

        assertThat(template.checks()).containsExactly("orders", "billing");
        assertThat(template.version("orders", Optional.empty())).isEqualTo(new Version("orders-1", "web:1"));
        assertThat(template.version("billing", Optional.empty())).isEqualTo(new Version("billing-1", "web:1"));
    }

    private static Deployment deployment(String image) {
        return Serialization.unmarshal("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, uid: uid-of-web}
                spec:
                  template: %s
                """.formatted(template(image, "")), Deployment.class);
    }

    private static ReplicaSet replicaSet(String image, int replicas, String owner) {
        return Serialization.unmarshal(
                """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata:
                  name: web-1
                  ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: %s, controller: true}]
                spec:
                  replicas: %d
                  template: %s
                """.formatted(owner, replicas, template(image, ", pod-template-hash: abc")), ReplicaSet.class);
    }

    private static String template(String image, String more) {
        return """
                {metadata: {labels: {app: web, schemalatch.dev/gated: "true"%s}, annotations: {schemalatch.dev/check: orders,\
                 schemalatch.dev/migrations: orders-1}}, spec: {containers: [{name: app, image: "%s"}]}}""".formatted(more, image);
    }
}
