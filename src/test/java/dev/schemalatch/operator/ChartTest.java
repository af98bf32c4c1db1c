package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTest {

    /** Everything that the operator may do. A line more here needs a line more in the chart's README. */
    private static final List<String> RIGHTS = List.of(
            "schemalatch.dev/migrationdriftchecks: get, list, watch",
            "schemalatch.dev/migrationdriftchecks/status: patch",
            "/secrets: get",
            "/configmaps: get, list, watch, create, update",
            "events.k8s.io/events: create",
            "schemalatch.dev/rolloutgates: get, list, watch, create",
            "schemalatch.dev/rolloutgates/status: update",
            "apps/deployments: get, list, watch, patch",
            "apps/replicasets: get, list, watch",
            "/serviceaccounts: get",
            "apps/statefulsets: get",
            "apps/daemonsets: get",
            "batch/cronjobs: get",
            "batch/jobs: get");

    /** What pods that wait for their readiness need beside that, where they are enabled. */
    private static final List<String> RIGHTS_OF_READINESS = List.of("/pods: get, list, watch", "/pods/status: patch");

    /** What shadow pods need beside that, where they are enabled. */
    private static final List<String> RIGHTS_OF_SHADOW_PODS = List.of(
            "/pods: get, list, watch, create, delete",
            "/secrets: create, delete",
            "networking.k8s.io/networkpolicies: create, delete");

    @Test
    void helmFindsNothingToComplainOf() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void theOperatorMayDoWhatItDoesAndNoMore() {
        var role = Chart.objects(ClusterRole.class, Map.of()).stream()
                .filter(found -> found.getMetadata().getName().equals("schemalatch"))
                .findFirst()
                .orElseThrow();

        assertThat(rights(role.getRules())).containsExactlyElementsOf(RIGHTS);
    }

    @Test
    void namespacesThatAreNamedGetARoleEachAndTheClusterNone() {
        Map<String, Object> values = Map.of("watchNamespaces[0]", "shop", "watchNamespaces[1]", "billing");

        assertThat(Chart.objects(Role.class, values))
                .allSatisfy(role -> assertThat(rights(role.getRules())).containsExactlyElementsOf(RIGHTS))
                .extracting(role -> role.getMetadata().getNamespace())
                .containsExactly("shop", "billing");
        assertThat(Chart.objects(RoleBinding.class, values)).hasSize(2);
        assertThat(Chart.objects(ClusterRole.class, values))
                .allMatch(role -> role.getMetadata().getName().matches("schemalatch-(view|edit|bypass)"));
        assertThat(Chart.text(values)).contains("value: \"shop,billing\"");
    }

    @Test
    void shadowPodsAreOffUnlessTheInstallationWantsThem() {
        Map<String, Object> wanted = Map.of("shadowImages.enabled", true);

        assertThat(Chart.objects(ClusterRole.class, wanted))
                .filteredOn(role -> role.getMetadata().getName().equals("schemalatch"))
                .singleElement()
                .satisfies(role -> assertThat(rights(role.getRules()))
                        .containsExactlyElementsOf(Stream.concat(RIGHTS.stream(), RIGHTS_OF_SHADOW_PODS.stream())
                                .toList()));
        assertThat(Chart.text(wanted)).contains("SCHEMALATCH_SHADOW_IMAGES", "POD_NAMESPACE");
        assertThat(Chart.text(Map.of())).doesNotContain("SCHEMALATCH_SHADOW_IMAGES");
    }

    @Test
    void theGateIsOnUnlessTheInstallationWantsNone() {
        Map<String, Object> unwanted = Map.of("gate.enabled", false);

        assertThat(Chart.objects(ValidatingAdmissionPolicy.class, Map.of())).hasSize(2);
        assertThat(Chart.objects(ValidatingAdmissionPolicy.class, unwanted)).isEmpty();
        assertThat(Chart.objects(ValidatingAdmissionPolicyBinding.class, unwanted))
                .isEmpty();
        assertThat(Chart.objects(ClusterRole.class, unwanted))
                .flatExtracting(role -> rights(role.getRules()))
                .noneMatch(right -> right.startsWith("apps/replicasets")
                        || right.contains("patch") && right.startsWith("apps/")
                        || right.contains("bypass")
                        || right.contains("create, rollout"));
        assertThat(Chart.text(unwanted)).contains("SCHEMALATCH_GATE");
    }

    @Test
    void withoutTheGateOrImagesTheOperatorMayDoLess() {
        assertThat(rights(Map.of("gate.enabled", false)))
                .filteredOn(right -> right.startsWith("apps/"))
                .containsExactly("apps/deployments: get", "apps/statefulsets: get", "apps/daemonsets: get");
        assertThat(rights(Map.of("images.enabled", false)))
                .containsExactlyElementsOf(RIGHTS.subList(0, RIGHTS.indexOf("/serviceaccounts: get")));
        assertThat(rights(Map.of("images.enabled", false, "gate.enabled", false)))
                .noneMatch(right -> right.startsWith("apps/") || right.startsWith("batch/"));
    }

    @Test
    void whatAnInstallationSaysOfRegistriesReachesTheOperator() {
        var values = new java.util.TreeMap<String, Object>(Map.of(
                "images.allowedRegistries[0]", "registry.example",
                "images.plainHttp[0]", "registry.internal:5000",
                "images.limits.imageMiB", 100,
                "images.limits.time", "30s",
                "images.cache.sizeMiB", 64,
                "images.caCertificates.configMap", "company-ca",
                "images.caCertificates.key", "root.pem"));
        values.put("images.mirrors.docker\\.io[0]", "mirror.example/hub");
        values.put("images.mirrors.docker\\.io[1]", "other.example");
        var pod = Chart.objects(Deployment.class, values)
                .get(0)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(pod.getContainers().get(0).getEnv())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .contains(
                        "SCHEMALATCH_IMAGES=true",
                        "SCHEMALATCH_ALLOWED_REGISTRIES=registry.example",
                        "SCHEMALATCH_REGISTRY_MIRRORS=docker.io=mirror.example/hub,docker.io=other.example",
                        "SCHEMALATCH_PLAIN_HTTP_REGISTRIES=registry.internal:5000",
                        "SCHEMALATCH_REGISTRY_CA=/etc/schemalatch/registry/ca.crt",
                        "SCHEMALATCH_IMAGE_MIB=100",
                        "SCHEMALATCH_IMAGE_TIME=30s",
                        "SCHEMALATCH_IMAGE_CACHE_MIB=64");
        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getName().equals("registry-ca"))
                .singleElement()
                .satisfies(volume -> assertThat(volume.getConfigMap().getName()).isEqualTo("company-ca"))
                .satisfies(volume -> assertThat(volume.getConfigMap().getItems())
                        .singleElement()
                        .satisfies(item -> assertThat(item.getKey()).isEqualTo("root.pem")));
        assertThat(Chart.text(Map.of("images.caCertificates.secret", "company-ca")))
                .contains("secretName: company-ca");
        assertThatThrownBy(() -> Chart.text(
                        Map.of("images.caCertificates.secret", "one", "images.caCertificates.configMap", "other")))
                .hasMessageContaining("caCertificates");
    }

    @Test
    void anInstallationThatReadsNoImagesHasNoRoomForThem() {
        var without = Chart.text(Map.of("images.enabled", false));

        assertThat(without).contains("SCHEMALATCH_IMAGES").doesNotContain("/var/cache/schemalatch", "REGISTR");
    }

    @Test
    void policiesApplyWhereTheOperatorWatches() {
        assertThat(Chart.objects(ValidatingAdmissionPolicyBinding.class, Map.of("watchNamespaces[0]", "shop")))
                .hasSize(2)
                .allSatisfy(binding -> assertThat(binding.getSpec()
                                .getMatchResources()
                                .getNamespaceSelector()
                                .getMatchExpressions())
                        .singleElement()
                        .satisfies(
                                expression -> assertThat(expression.getValues()).containsExactly("shop")));
    }

    @Test
    void podsAreAnsweredWhereTheInstallationWantsThat() {
        assertThat(Chart.objects(ClusterRole.class, Map.of("gate.readiness", true)))
                .flatExtracting(role -> rights(role.getRules()))
                .containsAll(RIGHTS_OF_READINESS);
        assertThat(Chart.text(Map.of("gate.readiness", true))).contains("SCHEMALATCH_READINESS");
    }

    @Test
    void theReadmeExplainsEveryRight() throws IOException {
        var readme = Files.readString(Chart.FOLDER.resolve("README.md"));

        for (var right : Stream.of(RIGHTS, RIGHTS_OF_SHADOW_PODS, RIGHTS_OF_READINESS)
                .flatMap(List::stream)
                .toList()) {
            var resource = right.substring(right.indexOf('/') + 1, right.indexOf(':'));
            var verbs = right.substring(right.indexOf(": ") + 2);
            assertThat(readme).contains("| `%s` | %s |".formatted(resource, verbs));
        }
    }

    @Test
    void nobodyElseMayWriteAStatus() {
        assertThat(Chart.objects(ClusterRole.class, Map.of()))
                .filteredOn(role -> !role.getMetadata().getName().equals("schemalatch"))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(rights(role.getRules())).noneMatch(right -> right.contains("/status")));
    }

    @Test
    void thePodKeepsToTheRestrictedProfile() {
        var pod = Chart.object(Deployment.class).getSpec().getTemplate().getSpec();
        var container = pod.getContainers().get(0);

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getSecurityContext().getPrivileged()).isNull();
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getEmptyDir() != null);
        assertThat(pod.getHostNetwork()).isNull();
    }

    @Test
    void scratchDatabasesCanBeKeptInMemory() {
        var pod = Chart.objects(Deployment.class, Map.of("scratch.medium", "Memory"))
                .get(0)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getName().equals("scratch"))
                .allMatch(volume -> volume.getEmptyDir().getMedium().equals("Memory"));
    }

    @Test
    void oneOperatorAtATimeWithAnAccountOfItsOwn() {
        var deployment = Chart.object(Deployment.class);

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                .isEqualTo(Chart.object(ServiceAccount.class).getMetadata().getName())
                .isNotEqualTo("default");
    }

    @Test
    void theSelectorHoldsNothingThatAnUpgradeChanges() {
        assertThat(Chart.object(Deployment.class).getSpec().getSelector().getMatchLabels())
                .containsOnlyKeys("app.kubernetes.io/name", "app.kubernetes.io/instance");
    }

    @Test
    void theDefinitionIsTheGeneratedOneAndStaysOnUninstall() throws IOException {
        var generated = Serialization.unmarshal(
                Files.readString(Path.of("deploy", "crds", "migrationdriftchecks.schemalatch.dev-v1.yml")),
                CustomResourceDefinition.class);
        var charted = Chart.object(CustomResourceDefinition.class);

        assertThat(charted.getSpec()).isEqualTo(generated.getSpec());
        assertThat(charted.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
        assertThat(charted.getMetadata().getName()).startsWith("migrationdriftchecks");
        assertThat(Chart.objects(CustomResourceDefinition.class, Map.of())).hasSize(2);
        assertThat(Chart.objects(CustomResourceDefinition.class, Map.of("crds.install", false)))
                .isEmpty();
    }

    @Test
    void valuesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Chart.text(Map.of("image.tag", "latest"))).hasMessageContaining("image");
        assertThatThrownBy(() -> Chart.text(Map.of("wokers", 4))).hasMessageContaining("wokers");
        assertThatThrownBy(() -> Chart.text(Map.of("workers", 1))).hasMessageContaining("workers");
    }

    @Test
    void monitoringIsThereForThoseWhoAskForIt() {
        assertThat(Chart.text(Map.of())).doesNotContain("monitoring.coreos.com");
        assertThat(Chart.text(Map.of("metrics.serviceMonitor.enabled", true, "metrics.prometheusRule.enabled", true)))
                .contains("kind: ServiceMonitor", "kind: PrometheusRule");
    }

    @Test
    void samplesHoldNoConfigMapThatNobodyNames() throws IOException {
        var documents =
                Files.readString(Path.of("deploy", "samples", "orders.yaml")).split("(?m)^---$");
        var configMap = Serialization.unmarshal(documents[1], ConfigMap.class);

        assertThat(documents[2]).contains("name: " + configMap.getMetadata().getName());
    }

    private static List<String> rights(Map<String, Object> values) {
        return Chart.objects(ClusterRole.class, values).stream()
                .filter(found -> found.getMetadata().getName().equals("schemalatch"))
                .flatMap(role -> rights(role.getRules()).stream())
                .toList();
    }

    private static List<String> rights(List<PolicyRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.getResources().stream()
                        .map(resource -> rule.getApiGroups().stream().collect(Collectors.joining(",")) + "/" + resource
                                + ": " + String.join(", ", rule.getVerbs())))
                .toList();
    }
}
