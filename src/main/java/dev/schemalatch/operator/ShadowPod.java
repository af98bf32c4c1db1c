package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.ShadowImageSpec;
import dev.schemalatch.connection.Password;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The three objects of a shadow pod, as manifests: a server from the user's image, its password, and who may reach it. They
 * lie beside the check and belong to it.
 *
 * @param life after which the cluster ends the pod by itself
 * @param operatorNamespace from where alone the server can be reached
 */
record ShadowPod(MigrationDriftCheck check, ShadowImageSpec image, Duration life, String operatorNamespace) {

    static final String OWNED = "app.kubernetes.io/managed-by";
    static final String OWNER = "schemalatch";
    static final String SHADOW_OF = "schemalatch.dev/shadow-of";
    static final String USER = "postgres";
    static final int PORT = 5432;

    private static final String CONTAINER = "postgres";
    private static final String PASSWORD = "password";
    private static final String DATA = "data";
    private static final String FOLDER = "/schemalatch";
    private static final long OFFICIAL_USER = 999;

    String namespace() {
        return check.getMetadata().getNamespace();
    }

    /** Of the Secret and the policy; the pod's begins with it. */
    String name() {
        return name(uid());
    }

    static String name(String uid) {
        return "schemalatch-shadow-" + uid;
    }

    String uid() {
        return check.getMetadata().getUid();
    }

    Secret secret(Password password) {
        return new SecretBuilder()
                .withMetadata(metadata().withName(name()).build())
                .withImmutable(true)
                .withData(Map.of(
                        PASSWORD,
                        Base64.getEncoder().encodeToString(password.reveal().getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    /** Nobody but the operator gets in, and nothing gets out: what migrations run there is a stranger's. */
    NetworkPolicy policy() {
        return new NetworkPolicyBuilder()
                .withMetadata(metadata().withName(name()).build())
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels(SHADOW_OF, uid())
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .addNewIngress()
                .addNewFrom()
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", operatorNamespace)
                .endNamespaceSelector()
                .withNewPodSelector()
                .addToMatchLabels("app.kubernetes.io/name", OWNER)
                .endPodSelector()
                .endFrom()
                .addNewPort()
                .withProtocol("TCP")
                .withNewPort(PORT)
                .endPort()
                .endIngress()
                .endSpec()
                .build();
    }

    /** Keeps to the restricted profile; the name is the cluster's, since the pod before it may still be ending. */
    Pod pod() {
        var user =
                Optional.ofNullable(image.runAsUser()).map(Integer::longValue).orElse(OFFICIAL_USER);
        return new PodBuilder()
                .withMetadata(metadata().withGenerateName(name() + "-").build())
                .withNewSpec()
                .withRestartPolicy("Never")
                .withActiveDeadlineSeconds(life.toSeconds())
                .withTerminationGracePeriodSeconds(1L)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withImagePullSecrets(image.pullSecrets().stream()
                        .map(secret -> new LocalObjectReference(secret.name()))
                        .toList())
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(user)
                .withRunAsGroup(user)
                .withFsGroup(user)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addToContainers(container())
                .addNewVolume()
                .withName(DATA)
                .withNewEmptyDir()
                .withSizeLimit(new Quantity("2Gi"))
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .build();
    }

    private Container container() {
        return new ContainerBuilder()
                .withName(CONTAINER)
                .withImage(image.reference())
                .addToEnv(new EnvVarBuilder()
                        .withName("POSTGRES_PASSWORD")
                        .withNewValueFrom()
                        .withNewSecretKeyRef(PASSWORD, name(), false)
                        .endValueFrom()
                        .build())
                .addNewEnv()
                .withName("POSTGRES_INITDB_ARGS")
                .withValue("--no-sync")
                .endEnv()
                .addNewEnv()
                .withName("PGDATA")
                .withValue(FOLDER + "/data")
                .endEnv()
                .addNewPort()
                .withContainerPort(PORT)
                .withProtocol("TCP")
                .endPort()
                // Over TCP: the server that the image sets itself up with listens on its socket only.
                .withNewReadinessProbe()
                .withNewExec()
                .withCommand("pg_isready", "-h", "127.0.0.1", "-p", Integer.toString(PORT), "-U", USER)
                .endExec()
                .withPeriodSeconds(1)
                .withTimeoutSeconds(5)
                .withFailureThreshold(3)
                .endReadinessProbe()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .withResources(Amounts.of(Optional.ofNullable(image.resources())))
                .addNewVolumeMount()
                .withName(DATA)
                .withMountPath(FOLDER)
                .endVolumeMount()
                .build();
    }

    private ObjectMetaBuilder metadata() {
        return new ObjectMetaBuilder()
                .withNamespace(namespace())
                .withLabels(Map.of(OWNED, OWNER, SHADOW_OF, uid()))
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(check.getApiVersion())
                        .withKind(check.getKind())
                        .withName(check.getMetadata().getName())
                        .withUid(uid())
                        .build());
    }
}
