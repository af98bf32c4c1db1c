package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.Password;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShadowPodTest {

    @Test
    void allOfItBelongsToTheCheckAndLiesBesideIt() {
        var pod = pod("");

        assertThat(Stream.<HasMetadata>of(pod.pod(), pod.secret(Password.of("p")), pod.policy()))
                .allSatisfy(object -> {
                    assertThat(object.getMetadata().getNamespace()).isEqualTo("shop");
                    assertThat(object.getMetadata().getLabels())
                            .containsEntry("app.kubernetes.io/managed-by", "schemalatch")
                            .containsEntry("schemalatch.dev/shadow-of", "uid-of-orders");
                    assertThat(object.getMetadata().getOwnerReferences())
                            .singleElement()
                            .satisfies(owner -> assertThat(owner.getUid()).isEqualTo("uid-of-orders"));
                });
    }

    @Test
    void thePodHoldsNoTokenNoRightsAndNoPassword() {
        var pod = pod("");
        var spec = pod.pod().getSpec();
        var container = spec.getContainers().get(0);

        assertThat(spec.getAutomountServiceAccountToken()).isFalse();
        assertThat(spec.getEnableServiceLinks()).isFalse();
        assertThat(spec.getRestartPolicy()).isEqualTo("Never");
        assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(spec.getVolumes())
                .allSatisfy(volume ->
                        assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().equals("POSTGRES_PASSWORD"))
                .singleElement()
                .satisfies(variable -> assertThat(
                                variable.getValueFrom().getSecretKeyRef().getName())
                        .isEqualTo(pod.secret(Password.of("p")).getMetadata().getName()));
    }

    @Test
    void theClusterEndsItWhereNobodyElseDoes() {
        assertThat(pod("").pod().getSpec().getActiveDeadlineSeconds()).isEqualTo(180);
    }

    @Test
    void onlyTheOperatorGetsInAndNothingGetsOut() {
        assertThat(Serialization.asYaml(pod("").policy().getSpec())).isEqualTo("""
                ---
                ingress:
                - from:
                  - namespaceSelector:
                      matchLabels:
                        kubernetes.io/metadata.name: "schemalatch-system"
                    podSelector:
                      matchLabels:
                        app.kubernetes.io/name: "schemalatch"
                  ports:
                  - port: 5432
                    protocol: "TCP"
                podSelector:
                  matchLabels:
                    schemalatch.dev/shadow-of: "uid-of-orders"
                policyTypes:
                - "Ingress"
                - "Egress"
                """);
    }

    @Test
    void whatTheUserSaysOfItsImageIsTaken() {
        var spec = pod(", pullSecrets: [{name: registry}], runAsUser: 70").pod().getSpec();

        assertThat(spec.getContainers().get(0).getImage()).isEqualTo("registry.example/postgis:18");
        assertThat(spec.getImagePullSecrets()).singleElement().satisfies(secret -> assertThat(secret.getName())
                .isEqualTo("registry"));
        assertThat(spec.getSecurityContext().getRunAsUser()).isEqualTo(70);
        assertThat(spec.getSecurityContext().getFsGroup()).isEqualTo(70);
    }

    @Test
    void itIsBoundedWhateverTheUserSays() {
        var silent = amounts("");
        var both = amounts(", resources: {requests: {memory: 1Gi}, limits: {cpu: 2}}");

        assertThat(silent.limit("cpu")).isEqualTo(new Quantity("1"));
        assertThat(silent.limit("memory")).isEqualTo(new Quantity("512Mi"));
        assertThat(both.limit("cpu")).isEqualTo(new Quantity("2"));
        assertThat(both.limit("memory")).isEqualTo(new Quantity("1Gi"));
        assertThat(both.request("memory")).isEqualTo(new Quantity("1Gi"));
    }

    private record Bounds(ResourceRequirements resources) {

        Quantity limit(String resource) {
            return Objects.requireNonNull(resources.getLimits().get(resource));
        }

        Quantity request(String resource) {
            return Objects.requireNonNull(resources.getRequests().get(resource));
        }
    }

    private static Bounds amounts(String more) {
        return new Bounds(pod(more).pod().getSpec().getContainers().get(0).getResources());
    }

    private static ShadowPod pod(String more) {
        var check = Resources.check(
                "shop", "orders", "shadow: {image: {reference: 'registry.example/postgis:18'%s}}".formatted(more));
        var image = Objects.requireNonNull(
                Objects.requireNonNull(check.getSpec().shadow()).image());
        return new ShadowPod(check, image, Duration.ofMinutes(3), "schemalatch-system");
    }
}
