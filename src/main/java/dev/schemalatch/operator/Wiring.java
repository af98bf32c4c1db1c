package dev.schemalatch.operator;

import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Glancer;
import dev.schemalatch.registry.Images;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the operator together: real time, real chance, the application's checker. */
@Singleton
final class Wiring {

    @Produces
    @Singleton
    Workshop workshop(
            KubernetesClient client,
            Instance<Checker> checker,
            Instance<Glancer> glancer,
            Instance<Images> images,
            MeterRegistry meters,
            @ConfigProperty(name = "schemalatch.instance") Optional<String> instance,
            @ConfigProperty(name = "schemalatch.shadow-images") boolean shadowImages,
            @ConfigProperty(name = "schemalatch.namespace") Optional<String> namespace,
            @ConfigProperty(name = "schemalatch.images") boolean readsImages,
            @ConfigProperty(name = "schemalatch.gate") boolean gate) {
        var installation = Installation.named(instance.orElse("schemalatch"))
                .with(new ShadowPods.Installed(shadowImages, namespace.orElse("schemalatch"), ShadowPod.PORT));
        var workshop = new Workshop(
                client,
                checker.get(),
                Reports.rendered(),
                meters,
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                readsImages ? installation.reading(images.get()) : installation);
        return gate ? workshop.holding(glancer.get()) : workshop;
    }

    /**
     * The SDK's own meters change their tags from event to event, which Prometheus refuses with an exception that costs us the
     * next check. Ours say what people want to know.
     */
    @Produces
    @Singleton
    Metrics metrics() {
        return Metrics.NOOP;
    }
}
