package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Makes, awaits and deletes the shadow pods of checks, where the installation allows them. */
final class ShadowPods {

    /**
     * Whether, and from where.
     *
     * @param operatorNamespace whose pods alone reach the servers
     * @param port at which the servers are connected to
     */
    record Installed(boolean allowed, String operatorNamespace, int port) {

        static Installed none() {
            return new Installed(false, "", ShadowPod.PORT);
        }
    }

    private static final Logger LOG = Logger.getLogger(ShadowPods.class);

    /** How much longer than its check a pod may live, where nobody deletes it. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int FORBIDDEN = 403;
    private static final Set<Integer> INVALID = Set.of(400, 422);

    private final KubernetesClient client;
    private final Installed installed;
    private final InstantSource clock;

    ShadowPods(KubernetesClient client, Installed installed, InstantSource clock) {
        this.client = client;
        this.installed = installed;
        this.clock = clock;
    }

    /** The pod that a check wants; it is made when a check first needs it, and not where the answer is known already. */
    Optional<PodShadow> of(MigrationDriftCheck check) {
        var timeout = Settings.lenient(check.getSpec()).timeout();
        return Optional.ofNullable(check.getSpec().shadow())
                .flatMap(shadow -> Optional.ofNullable(shadow.image()))
                .map(image -> new ShadowPod(check, image, timeout.plus(GRACE), installed.operatorNamespace()))
                .map(pod -> new PodShadow(
                        this, pod, installed.port(), clock, clock.instant().plus(timeout)));
    }

    /**
     * Makes a pod with all that belongs to it, in the place of any before it.
     *
     * @return the pod's name
     * @throws FailedException where the installation or the cluster does not let us
     */
    String create(ShadowPod wanted, Password password) {
        if (!installed.allowed()) {
            throw FailedException.of(
                    Reason.SpecInvalid,
                    "spec.shadow.image: this installation runs no images of users; set the chart's value"
                            + " shadowImages.enabled, or name a server in spec.shadow.secretRef");
        }
        delete(wanted.namespace(), wanted.uid());
        try {
            client.resource(wanted.policy()).create();
            client.resource(wanted.secret(password)).create();
            return client.resource(wanted.pod()).create().getMetadata().getName();
        } catch (KubernetesClientException refused) {
            LOG.warnf(refused, "shadow pod not made namespace=%s", wanted.namespace());
            throw refused(wanted, refused.getCode());
        }
    }

    private static FailedException refused(ShadowPod wanted, int code) {
        if (code == FORBIDDEN) {
            return FailedException.of(
                    Reason.ClusterAccessDenied,
                    "the cluster lets no shadow pod be made in namespace " + wanted.namespace()
                            + ": a right, a quota or a policy is in the way; the operator's log says which");
        }
        return INVALID.contains(code)
                ? FailedException.of(
                        Reason.SpecInvalid,
                        "the cluster takes no pod as spec.shadow.image describes it; correct its reference and resources")
                : FailedException.of(
                        Reason.ClusterUnreachable, "the shadow pod could not be made; the operator's log has details");
    }

    /**
     * Waits for the server of a pod.
     *
     * @return the address at which it answers
     * @throws FailedException where it does not come up in time, or never will
     */
    String await(ShadowPod wanted, String name, Duration atMost) {
        var image = wanted.image().reference();
        var resource = client.pods().inNamespace(wanted.namespace()).withName(name);
        ShadowPodState state;
        try {
            state = ShadowPodState.of(
                    resource.waitUntilCondition(
                            pod -> pod != null && !(ShadowPodState.of(pod, image) instanceof ShadowPodState.Starting),
                            atMost.toMillis(),
                            TimeUnit.MILLISECONDS),
                    image);
        } catch (KubernetesClientTimeoutException late) {
            state = ShadowPodState.of(resource.get(), image);
        }
        return switch (state) {
            case ShadowPodState.Ready ready -> ready.address();
            case ShadowPodState.Lost lost -> throw new FailedException(lost.failure());
            case ShadowPodState.Starting starting ->
                throw FailedException.of(
                        Reason.ShadowUnavailable,
                        "the shadow pod of image " + image + " was not ready in time (" + starting.because()
                                + "); raise spec.timeout where the image is large");
        };
    }

    /** Deletes whatever shadow of a check there is. What cannot be deleted now ends by its deadline and goes with the check. */
    void delete(String namespace, String uid) {
        attempt(
                namespace,
                () ->
                        client
                                .pods()
                                .inNamespace(namespace)
                                .withLabel(ShadowPod.SHADOW_OF, uid)
                                .list()
                                .getItems()
                                .stream()
                                .filter(pod -> uid.equals(shadowOf(pod).orElse("")))
                                .forEach(this::delete));
        var name = ShadowPod.name(uid);
        attempt(
                namespace,
                () -> client.secrets().inNamespace(namespace).withName(name).delete());
        attempt(namespace, () -> client.network()
                .v1()
                .networkPolicies()
                .inNamespace(namespace)
                .withName(name)
                .delete());
    }

    private void delete(Pod pod) {
        client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .withGracePeriod(1)
                .delete();
    }

    /**
     * Deletes what an operator before this one left. There is one operator at a time, so at its start no pod is in use.
     *
     * @param namespaces empty means all
     */
    void sweep(Set<String> namespaces) {
        if (!installed.allowed()) {
            return;
        }
        if (namespaces.isEmpty()) {
            attempt(
                    "all",
                    () -> sweep(client.pods()
                            .inAnyNamespace()
                            .withLabel(ShadowPod.OWNED, ShadowPod.OWNER)
                            .list()
                            .getItems()));
        }
        namespaces.forEach(namespace -> attempt(
                namespace,
                () -> sweep(client.pods()
                        .inNamespace(namespace)
                        .withLabel(ShadowPod.OWNED, ShadowPod.OWNER)
                        .list()
                        .getItems())));
    }

    private void sweep(List<Pod> pods) {
        pods.forEach(
                pod -> shadowOf(pod).ifPresent(uid -> delete(pod.getMetadata().getNamespace(), uid)));
    }

    private static Optional<String> shadowOf(Pod pod) {
        return Optional.ofNullable(pod.getMetadata().getLabels())
                .flatMap(labels -> Optional.ofNullable(labels.get(ShadowPod.SHADOW_OF)));
    }

    private static void attempt(String namespace, Runnable deletion) {
        try {
            deletion.run();
        } catch (KubernetesClientException refused) {
            LOG.warnf("shadow pod's objects not deleted namespace=%s code=%d", namespace, refused.getCode());
        }
    }
}
