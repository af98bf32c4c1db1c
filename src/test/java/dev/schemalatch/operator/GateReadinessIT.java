package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where nobody may install a policy: pods of a new version start, and are not ready before it may. */
class GateReadinessIT extends GateOnCluster {

    @BeforeEach
    void nobodyInstalledThePolicies() {
        var bindings = admin().admissionRegistration().v1().validatingAdmissionPolicyBindings();
        bindings.list().getItems().stream()
                .map(ValidatingAdmissionPolicyBinding::getMetadata)
                .forEach(binding -> bindings.withName(binding.getName()).delete());
    }

    @Test
    void podsOfANewVersionAreReadyWhenItsMigrationsAreApplied() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(patient(web("web:1", "orders-1")));
        serves("web", 2, "web:1");

        apply(patient(web("web:2", migrations("orders-2", "1_init", "2_more"))));
        await().until(() -> admin().pods().inNamespace(namespace).withLabel("app", "web").list().getItems().stream()
                .anyMatch(pod -> pod.getSpec().getContainers().get(0).getImage().equals("web:2")));
        told("orders", "web", Rollout.Held, "MigrationsPending");
        await().untilAsserted(
                        () -> assertThat(conditionsOf("web:2")).isNotEmpty().allSatisfy(message -> assertThat(message)
                                .contains("1 of 2 migrations not applied: 2_more")));
        assertThat(images("web")).containsExactly("web:1");

        database.apply("2_more");
        serves("web", 2, "web:2");
    }

    @Test
    void aPodThatWasLetThroughStaysReadyWhateverIsFoundLater() {
        database.apply("1_init");
        check("orders", migrations("orders-1", "1_init"));
        apply(patient(web("web:1", "orders-1")));
        serves("web", 2, "web:1");

        database.change("public.by_hand");
        admin().apps().deployments().inNamespace(namespace).withName("web").scale(4);

        serves("web", 4, "web:1");
    }

    private List<String> conditionsOf(String image) {
        return admin().pods().inNamespace(namespace).withLabel("app", "web").list().getItems().stream()
                .filter(pod -> pod.getSpec().getContainers().get(0).getImage().equals(image))
                .flatMap(pod -> pod.getStatus().getConditions().stream())
                .filter(condition -> condition.getType().equals("schemalatch.dev/rollout-allowed"))
                .map(condition -> condition.getMessage())
                .toList();
    }

    private static Deployment patient(Deployment deployment) {
        deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .setReadinessGates(List.of(new PodReadinessGate("schemalatch.dev/rollout-allowed")));
        return deployment;
    }
}
