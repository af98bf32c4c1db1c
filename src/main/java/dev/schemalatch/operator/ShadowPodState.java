package dev.schemalatch.operator;

import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a shadow pod has come. Of what the kubelet says only the reasons are told, which are its own words; its messages can
 * hold what registries and programs say.
 */
sealed interface ShadowPodState {

    /** The server answers at this address. */
    record Ready(String address) implements ShadowPodState {}

    /** Not yet, because of this. */
    record Starting(String because) implements ShadowPodState {}

    /** Never. */
    record Lost(Failure failure) implements ShadowPodState {}

    /** https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/images/types.go */
    Set<String> OF_THE_IMAGE = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "InvalidImageName",
            "ErrImageNeverPull",
            "ImageInspectError",
            "RegistryUnavailable",
            "SignatureValidationFailed");

    /** The container cannot be run as the restricted profile wants it. */
    Set<String> OF_THE_CONTAINER =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError", "StartError");

    /** What a pod's status says; a pod that is gone is lost. */
    static ShadowPodState of(@Nullable Pod pod, String image) {
        if (pod == null || pod.getMetadata().getDeletionTimestamp() != null) {
            return lost(Reason.ShadowUnavailable, "was deleted before its server answered", image);
        }
        var status = pod.getStatus();
        if (status == null) {
            return new Starting("Pending");
        }
        var containers = Objects.requireNonNullElse(status.getContainerStatuses(), List.<ContainerStatus>of());
        return waiting(containers, image)
                .or(() -> ended(containers, image))
                .or(() -> Optional.ofNullable(status.getPhase())
                        .filter(Set.of("Failed", "Succeeded")::contains)
                        .map(phase -> lost(
                                Reason.ShadowUnavailable,
                                "ended: " + Objects.requireNonNullElse(status.getReason(), phase),
                                image)))
                .or(() -> ready(pod))
                .orElseGet(() -> new Starting(because(pod, containers)));
    }

    private static Optional<ShadowPodState> waiting(List<ContainerStatus> containers, String image) {
        var reason = reasons(containers).findFirst().orElse("");
        if (OF_THE_IMAGE.contains(reason)) {
            return Optional.of(lost(
                    Reason.SpecInvalid,
                    "cannot start, its image cannot be pulled (" + reason
                            + "); correct spec.shadow.image.reference, its pullSecrets, or the" + " registry",
                    image));
        }
        return OF_THE_CONTAINER.contains(reason)
                ? Optional.of(lost(
                        Reason.ShadowUnsupported,
                        "cannot be run without root's rights (" + reason + "); see the pod's events",
                        image))
                : Optional.empty();
    }

    private static Optional<ShadowPodState> ended(List<ContainerStatus> containers, String image) {
        return containers.stream()
                .flatMap(container -> Stream.ofNullable(container.getState()))
                .flatMap(state -> Stream.ofNullable(state.getTerminated()))
                .findFirst()
                .map(end -> lost(Reason.ShadowUnavailable, "ended: " + describe(end), image));
    }

    private static String describe(ContainerStateTerminated end) {
        var reason = Objects.requireNonNullElse(end.getReason(), "Error");
        return reason.equals("OOMKilled")
                ? "OOMKilled; raise spec.shadow.image.resources.limits.memory"
                : reason + ", exit status " + end.getExitCode();
    }

    private static Optional<ShadowPodState> ready(Pod pod) {
        return conditions(pod)
                .filter(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"))
                .findFirst()
                .flatMap(ready -> Optional.ofNullable(pod.getStatus().getPodIP()))
                .map(Ready::new);
    }

    private static String because(Pod pod, List<ContainerStatus> containers) {
        return conditions(pod)
                .filter(condition -> condition.getType().equals("PodScheduled")
                        && condition.getStatus().equals("False"))
                .flatMap(condition -> Stream.ofNullable(condition.getReason()))
                .findFirst()
                .or(() -> reasons(containers).findFirst())
                .orElse("NotReady");
    }

    private static Stream<String> reasons(List<ContainerStatus> containers) {
        return containers.stream()
                .flatMap(container -> Stream.ofNullable(container.getState()))
                .flatMap(state -> Stream.ofNullable(state.getWaiting()))
                .flatMap(waiting -> Stream.ofNullable(waiting.getReason()));
    }

    private static Stream<PodCondition> conditions(Pod pod) {
        return Stream.ofNullable(pod.getStatus().getConditions()).flatMap(List::stream);
    }

    private static ShadowPodState lost(Reason reason, String what, String image) {
        return new Lost(Failure.of(reason, "the shadow pod of image " + image + " " + what));
    }
}
