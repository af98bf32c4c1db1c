package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.RolloutGateStatus;
import dev.schemalatch.gate.NamespaceGate;
import dev.schemalatch.gate.NamespaceGate.Answer;
import dev.schemalatch.gate.Rollout;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The chart's policy: it says what the gate says in Java, and what it does where a part of the installation is missing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatePolicyIT extends GateOnCluster {

    private static final RolloutGateStatus MEMORY = Serialization.unmarshal("""
            checks:
            - name: orders
              versions:
              - {source: orders-1, allowed: true}
              - {source: orders-2, allowed: false, message: "1 of 2 migrations not applied: 2_more"}
              - {source: orders-2, images: "web:9", workload: Deployment/web, allowed: true}
              - {source: mutable, images: "web:1", allowed: true}
              - {source: "", images: "web:1,side:1", allowed: true}
            - name: billing
              versions:
              - {source: billing-1, allowed: true}
            - name: unasked
            - name: shipped
              container: app
              versions:
              - {source: "web@sha256:1", allowed: true}
              - {source: "web:1", images: "web:1", allowed: true}
              - {source: "web:2", images: "web:2", allowed: false, message: "1 of 2 migrations not applied: 2_more"}
              - {source: orders-1, allowed: true}
              - {source: "", images: "web:9", allowed: true}
            - name: main
              container: ""
              versions:
              - {source: "web@sha256:1", allowed: true}
              - {source: "side@sha256:1", allowed: true}
            - name: init
              container: migrate
              versions:
              - {source: "migrate:1", images: "web:1", allowed: true}
            exempt: [Deployment/batch]
            """, RolloutGateStatus.class);

    @Test
    @Order(1)
    void thePolicyGivesTheAnswersOfTheGate() {
        operator.close();
        remember(MEMORY);
        var differences = new ArrayList<String>();

        cases().forEach((title, deployment) -> {
            var expected = new NamespaceGate(MEMORY)
                    .answer(Rollout.of(deployment, List.of()).orElseThrow());
            var denied = denied(deployment);
            if (expected instanceof Answer.Open != denied.isEmpty()) {
                differences.add("%s: %s, and the policy: %s".formatted(title, expected, denied.orElse("open")));
            }
        });

        assertThat(differences).isEmpty();
        assertThat(denied(web("web:2", "orders-2")).orElseThrow())
                .contains(
                        "orders: 1 of 2 migrations not applied: 2_more",
                        "kubectl describe mdc -n " + namespace + " orders");
        assertThat(denied(deployment("web", "web:1", Map.of("schemalatch.dev/check", "ordres")))
                        .orElseThrow())
                .contains("there is no MigrationDriftCheck ordres in namespace " + namespace);
        assertThat(denied(deployment("web", "web:1", Map.of())).orElseThrow()).contains("names no check");
    }

    private Map<String, Deployment> cases() {
        var cases = new LinkedHashMap<String, Deployment>();
        cases.put("a verified source", web("web:1", "orders-1"));
        cases.put("a verified source with other images", web("web:7", "orders-1"));
        cases.put("a source that waits", web("web:2", "orders-2"));
        cases.put("a source that waits and runs already", web("web:9", "orders-2"));
        cases.put(
                "the same of another workload",
                deployment(
                        "worker",
                        "web:9",
                        Map.of("schemalatch.dev/check", "orders", "schemalatch.dev/migrations", "orders-2")));
        cases.put("an unknown source", web("web:1", "orders-3"));
        cases.put("a name that stands for no content", web("web:1", "mutable"));
        cases.put("the same with other images", web("web:2", "mutable"));
        cases.put("no source", deployment("web", "web:1", Map.of("schemalatch.dev/check", "orders")));
        cases.put("no source, two containers", twoContainers());
        cases.put("no check", deployment("web", "web:1", Map.of()));
        cases.put("an empty list of checks", deployment("web", "web:1", Map.of("schemalatch.dev/check", " , ")));
        cases.put("a typo", deployment("web", "web:1", Map.of("schemalatch.dev/check", "ordres")));
        cases.put(
                "a check that was never asked", deployment("web", "web:1", Map.of("schemalatch.dev/check", "unasked")));
        cases.put(
                "two checks",
                deployment(
                        "web",
                        "web:1",
                        Map.of(
                                "schemalatch.dev/check", "orders , billing",
                                "migrations.schemalatch.dev/orders", "orders-1",
                                "migrations.schemalatch.dev/billing", "billing-1")));
        cases.put(
                "two checks, one waits",
                deployment(
                        "web",
                        "web:1",
                        Map.of(
                                "schemalatch.dev/check", "billing,orders",
                                "schemalatch.dev/migrations", "billing-1",
                                "migrations.schemalatch.dev/orders", "orders-2")));
        cases.put(
                "two checks, one is missing",
                deployment(
                        "web",
                        "web:1",
                        Map.of("schemalatch.dev/check", "orders,nobody", "schemalatch.dev/migrations", "orders-1")));
        cases.put("a shipped image by its digest", asks("shipped", "web@sha256:1"));
        cases.put("another digest", asks("shipped", "web@sha256:2"));
        cases.put("a shipped image by a tag", asks("shipped", "web:1"));
        cases.put("the same beside another container", sided(asks("shipped", "web:1"), "side:1"));
        cases.put("a digest beside another container", sided(asks("shipped", "web@sha256:1"), "side:1"));
        cases.put("a shipped image that waits", asks("shipped", "web:2"));
        cases.put("a shipped image that was never looked at", asks("shipped", "web:3"));
        cases.put("an image that was let start when the check read no images", asks("shipped", "web:9"));
        cases.put(
                "a name given in spite of the image",
                deployment(
                        "web",
                        "web:3",
                        Map.of("schemalatch.dev/check", "shipped", "schemalatch.dev/migrations", "orders-1")));
        cases.put(
                "an empty name given in spite of the image",
                deployment(
                        "web", "web:9", Map.of("schemalatch.dev/check", "shipped", "schemalatch.dev/migrations", "")));
        cases.put("a template without that container", asks("init", "web:1"));
        cases.put("an init container's image", initiated(asks("init", "web:1"), "migrate:1"));
        cases.put("another init container's image", initiated(asks("init", "web:1"), "migrate:2"));
        cases.put("the main container is the first", sided(asks("main", "web@sha256:1"), "side:1"));
        cases.put("the main container is not allowed", sided(asks("main", "web@sha256:2"), "side@sha256:1"));
        cases.put(
                "the main container is the one that is annotated",
                annotated(sided(asks("main", "web@sha256:2"), "side@sha256:1"), "side"));
        cases.put(
                "the annotated container is not there",
                annotated(sided(asks("main", "web@sha256:1"), "side@sha256:1"), "nobody"));
        cases.put("a bypass", bypassed("incident 5"));
        cases.put("a bypass without a reason", bypassed("  "));
        cases.put("an exempt workload", deployment("batch", "web:1", Map.of("schemalatch.dev/check", "ordres")));
        return cases;
    }

    private Deployment twoContainers() {
        return sided(deployment("web", "web:1", Map.of("schemalatch.dev/check", "orders")), "side:1");
    }

    private Deployment asks(String check, String image) {
        return deployment("web", image, Map.of("schemalatch.dev/check", check));
    }

    private static Deployment sided(Deployment deployment, String image) {
        var containers = deployment.getSpec().getTemplate().getSpec().getContainers();
        containers.add(
                containers.get(0).edit().withName("side").withImage(image).build());
        return deployment;
    }

    private static Deployment initiated(Deployment deployment, String image) {
        var spec = deployment.getSpec().getTemplate().getSpec();
        spec.setInitContainers(List.of(spec.getContainers()
                .get(0)
                .edit()
                .withName("migrate")
                .withImage(image)
                .build()));
        return deployment;
    }

    private static Deployment annotated(Deployment deployment, String container) {
        deployment
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .put("kubectl.kubernetes.io/default-container", container);
        return deployment;
    }

    private Deployment bypassed(String why) {
        var deployment = web("web:2", "orders-2");
        deployment.getMetadata().setAnnotations(Map.of("schemalatch.dev/bypass", why));
        return deployment;
    }

    @Test
    @Order(2)
    void withoutThePolicyNothingIsHeld() {
        var bindings = admin().admissionRegistration().v1().validatingAdmissionPolicyBindings();
        var binding =
                Objects.requireNonNull(bindings.withName("schemalatch-rollouts").get());
        await().until(() -> denied(web("web:1", "orders-1")).isPresent());

        bindings.withName("schemalatch-rollouts").delete();

        await().until(() -> denied(web("web:1", "orders-1")).isEmpty());
        binding.getMetadata().setResourceVersion(null);
        admin().resource(binding).create();
        await().until(() -> denied(web("web:1", "orders-1")).isPresent());
    }

    @Test
    @Order(3)
    void withoutTheDefinitionOfTheGateWhatIsNewWaitsAndWhatServesGoesOn() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");

        admin().apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("rolloutgates.schemalatch.dev")
                .delete();
        await().until(() -> denied(web("web:1", "orders-1")).isPresent());

        admin().apps().deployments().inNamespace(namespace).withName("web").scale(3);
        serves("web", 3, "web:1");
        assertThat(denied(deployment("web", "web:1", Map.of("schemalatch.dev/check", "orders"))))
                .isPresent();
    }

    private void remember(RolloutGateStatus memory) {
        var gates = new Gates(admin());
        gates.change(namespace, stored -> new NamespaceGate(memory));
        await().until(() -> denied(web("web:1", "orders-1")).isEmpty());
    }

    /** What the API server says to a ReplicaSet as the Deployment's controller would make it. */
    private Optional<String> denied(Deployment deployment) {
        try {
            admin().resource(replicaSet(deployment)).dryRun().create();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static ReplicaSet replicaSet(Deployment deployment) {
        var metadata = deployment.getMetadata();
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName() + "-dry")
                .withLabels(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .withAnnotations(metadata.getAnnotations())
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("apps/v1")
                        .withKind("Deployment")
                        .withName(metadata.getName())
                        .withUid("0")
                        .withController(true)
                        .build())
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withSelector(deployment.getSpec().getSelector())
                .withTemplate(deployment.getSpec().getTemplate())
                .endSpec()
                .build();
    }
}
