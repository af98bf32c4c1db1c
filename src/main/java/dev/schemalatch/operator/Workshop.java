package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.Checker;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the reconciler works with: the checker, the cluster, time and chance. */
public final class Workshop {

    /** What a check gets beyond its time, to fail in its own words. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final KubernetesClient client;
    private final Checker checker;
    private final Reports reports;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Requests requests;
    private final ShadowPods shadowPods;
    private final Figures figures;
    private final Events events;
    private final ReportConfigMap reportConfigMap;

    /**
     * Sets up.
     *
     * @param instance how this operator names itself in Events: the pod's name
     */
    public Workshop(
            KubernetesClient client,
            Checker checker,
            Reports reports,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator random,
            String instance) {
        this(client, checker, reports, meters, clock, random, instance, GRACE, ShadowPods.Installed.none());
    }

    Workshop(
            KubernetesClient client,
            Checker checker,
            Reports reports,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator random,
            String instance,
            Duration grace,
            ShadowPods.Installed shadowPods) {
        this.client = client;
        this.checker = new BoundedChecker(checker, grace);
        this.reports = reports;
        this.clock = clock;
        this.random = random;
        this.requests = new Requests(new Cluster(client));
        this.shadowPods = new ShadowPods(client, shadowPods, clock);
        this.figures = new Figures(meters);
        this.events = new Events(client, instance);
        this.reportConfigMap = new ReportConfigMap(client);
    }

    /**
     * Checks, and leaves no shadow pod behind.
     *
     * @throws dev.schemalatch.failure.FailedException where what the resource names cannot be used
     */
    CheckReport answer(MigrationDriftCheck check) {
        var pod = shadowPods.of(check);
        try {
            return checker.check(requests.of(check, pod));
        } finally {
            pod.ifPresent(PodShadow::close);
        }
    }

    ShadowPods shadowPods() {
        return shadowPods;
    }

    Figures figures() {
        return figures;
    }

    Events events() {
        return events;
    }

    InstantSource clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
    }

    /** Whether the resource was deleted while it was checked, or is another one by now. */
    boolean isGone(MigrationDriftCheck check) {
        var current = client.resources(MigrationDriftCheck.class)
                .inNamespace(check.getMetadata().getNamespace())
                .withName(check.getMetadata().getName())
                .get();
        return current == null
                || !current.getMetadata().getUid().equals(check.getMetadata().getUid());
    }

    /** Files a report that has something to tell; a check that found out nothing leaves the last report alone. */
    Optional<String> file(MigrationDriftCheck check, CheckReport report) {
        return Found.nothing(report) ? Optional.empty() : reportConfigMap.write(check, reports.files(report));
    }
}
