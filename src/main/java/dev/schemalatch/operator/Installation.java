package dev.schemalatch.operator;

import java.time.Duration;

/**
 * How this operator was installed.
 *
 * @param instance how it names itself in Events: the pod's name
 * @param grace what a check gets beyond its time, to fail in its own words
 * @param shadowPods whether and where pods may replay migrations
 */
public record Installation(String instance, Duration grace, ShadowPods.Installed shadowPods) {

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Without shadow pods. */
    public static Installation named(String instance) {
        return new Installation(instance, GRACE, ShadowPods.Installed.none());
    }

    /** The same with shadow pods. */
    Installation with(ShadowPods.Installed pods) {
        return new Installation(instance, grace, pods);
    }

    /** The same with another grace. */
    Installation with(Duration time) {
        return new Installation(instance, time, shadowPods);
    }
}
