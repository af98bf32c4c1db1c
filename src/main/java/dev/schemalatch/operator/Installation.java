package dev.schemalatch.operator;

import dev.schemalatch.registry.Images;
import java.time.Duration;
import java.util.Optional;

/**
 * How this operator was installed.
 *
 * @param instance how it names itself in Events: the pod's name
 * @param grace what a check gets beyond its time, to fail in its own words
 * @param shadowPods whether and where pods may replay migrations
 * @param images how images are read; empty where none are
 */
public record Installation(String instance, Duration grace, ShadowPods.Installed shadowPods, Optional<Images> images) {

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Without shadow pods, reading no images. */
    public static Installation named(String instance) {
        return new Installation(instance, GRACE, ShadowPods.Installed.none(), Optional.empty());
    }

    /** The same with shadow pods. */
    Installation with(ShadowPods.Installed pods) {
        return new Installation(instance, grace, pods, images);
    }

    /** The same with another grace. */
    Installation with(Duration time) {
        return new Installation(instance, time, shadowPods, images);
    }

    /** The same where images are read. */
    public Installation reading(Images registries) {
        return new Installation(instance, grace, shadowPods, Optional.of(registries));
    }
}
