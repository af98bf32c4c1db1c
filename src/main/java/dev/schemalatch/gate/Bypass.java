package dev.schemalatch.gate;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody's word that a version may start whatever the check says. The chart's policy {@code bypass.yaml} sees to it that only
 * those who may give it, and that the name is theirs.
 */
public record Bypass(String by, String why) {

    /** The annotation of the workload that says why. */
    public static final String WHY = "schemalatch.dev/bypass";

    /** The annotation that says who. */
    public static final String BY = "schemalatch.dev/bypass-by";

    /** The word that a workload carries, if any. */
    public static Optional<Bypass> of(ObjectMeta workload) {
        var annotations = Optional.ofNullable(workload.getAnnotations()).orElseGet(Map::of);
        return Optional.ofNullable(annotations.get(WHY))
                .filter(why -> !why.isBlank())
                .map(why -> new Bypass(annotations.getOrDefault(BY, "somebody"), why));
    }

    /** For people. */
    public String sentence() {
        return "bypassed by %s: %s".formatted(by, why);
    }
}
