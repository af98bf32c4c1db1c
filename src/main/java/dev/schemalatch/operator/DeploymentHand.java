package dev.schemalatch.operator;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What is done to Deployments: two annotations and {@code spec.paused}, and nothing else. */
final class DeploymentHand {

    /** Says that it was paused by us, so that we resume no other. */
    static final String PAUSED = "schemalatch.dev/paused";

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final InstantSource clock;

    DeploymentHand(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Touches a Deployment, unless it was touched just now. Once may not be enough: the API server may not know yet that the new
     * version may start.
     *
     * @return when to look whether it has started
     */
    Duration nudge(Deployment deployment) {
        var now = clock.instant();
        var last = Nudge.last(deployment);
        var due = last.map(Nudge::next).orElse(now);
        if (now.isBefore(due) || isPausedByOthers(deployment)) {
            return now.isBefore(due) ? Duration.between(now, due) : Nudge.LONGEST_PAUSE;
        }
        var nudge = Nudge.after(last, deployment, now);
        write(deployment, nudge);
        return Duration.between(now, nudge.next());
    }

    /**
     * Touches a Deployment that waits, now and then: its controller has given up, and without it the Deployment's status would
     * stand still while old pods come and go.
     *
     * @return when to do it again
     */
    Duration stir(Deployment deployment) {
        var now = clock.instant();
        var due = Nudge.last(deployment).map(Nudge::stale).orElse(now);
        if (now.isBefore(due)) {
            return Duration.between(now, due);
        }
        write(deployment, Nudge.idle(deployment, now));
        return Nudge.LONGEST_PAUSE;
    }

    private void write(Deployment deployment, Nudge nudge) {
        patch(deployment, "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}".formatted(Nudge.ANNOTATION, nudge.text()));
    }

    /** Pauses it, where nobody did yet. */
    void pause(Deployment deployment) {
        if (!isPausedByOthers(deployment) && !isPaused(deployment)) {
            patch(deployment, """
                    {"metadata":{"annotations":{"%s":"true"}},"spec":{"paused":true}}""".formatted(PAUSED));
        }
    }

    /** Resumes it, where we paused it. */
    void resume(Deployment deployment) {
        if (isPaused(deployment)) {
            patch(deployment, """
                    {"metadata":{"annotations":{"%s":null}},"spec":{"paused":null}}""".formatted(PAUSED));
        }
    }

    static boolean isPaused(Deployment deployment) {
        return Optional.ofNullable(deployment.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(PAUSED))
                .isPresent();
    }

    private static boolean isPausedByOthers(Deployment deployment) {
        return Boolean.TRUE.equals(deployment.getSpec().getPaused()) && !isPaused(deployment);
    }

    private void patch(Deployment deployment, String change) {
        client.apps()
                .deployments()
                .inNamespace(deployment.getMetadata().getNamespace())
                .withName(deployment.getMetadata().getName())
                .patch(MERGE, change);
    }
}
