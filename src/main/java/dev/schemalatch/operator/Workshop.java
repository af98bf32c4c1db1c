package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Glancer;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.registry.Images;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the reconciler works with: the checker, the cluster, time and chance. */
public final class Workshop {

    private final KubernetesClient client;
    private final Checker checker;
    private final Reports reports;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Optional<Images> images;
    private final Requests requests;
    private final ShadowPods shadowPods;
    private final Figures figures;
    private final Events events;
    private final ReportConfigMap reportConfigMap;
    private final Rollouts rollouts;

    /** Sets up an operator that looks, and holds nothing. */
    public Workshop(
            KubernetesClient client,
            Checker checker,
            Reports reports,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator random,
            Installation installation) {
        this.client = client;
        this.checker = new BoundedChecker(checker, installation.grace());
        this.reports = reports;
        this.clock = clock;
        this.random = random;
        this.images = installation.images();
        var cluster = new Cluster(client);
        this.requests = new Requests(cluster, new CheckSources(cluster, new ImageSources(cluster, images)));
        this.shadowPods = new ShadowPods(client, installation.shadowPods(), clock);
        this.figures = new Figures(meters);
        this.events = new Events(client, installation.instance());
        this.reportConfigMap = new ReportConfigMap(client);
        this.rollouts = Rollouts.none();
    }

    private Workshop(Workshop without, Rollouts rollouts) {
        this.client = without.client;
        this.checker = without.checker;
        this.reports = without.reports;
        this.clock = without.clock;
        this.random = without.random;
        this.images = without.images;
        this.requests = without.requests;
        this.shadowPods = without.shadowPods;
        this.figures = without.figures;
        this.events = without.events;
        this.reportConfigMap = without.reportConfigMap;
        this.rollouts = rollouts;
    }

    /** The same for an operator that holds new versions of workloads. */
    public Workshop holding(Glancer glancer) {
        return new Workshop(this, new RolloutDesk(client, images, new Lookout(glancer)));
    }

    /**
     * What a check is about and what it found.
     *
     * @param database its address; empty where it could not be named
     */
    record Answer(Optional<String> database, CheckReport report) {}

    /**
     * Checks, and leaves no shadow pod behind. What the resource names and cannot be used is an answer too.
     *
     * @param files the migrations that rollouts ask about
     */
    Answer answer(MigrationDriftCheck check, RolloutFiles files) {
        try {
            var pod = shadowPods.of(check);
            try {
                var request = requests.of(check, pod, files.ownImage()).judging(files.candidates());
                return new Answer(Optional.of(request.database().address()), checker.check(request));
            } finally {
                pod.ifPresent(PodShadow::close);
            }
        } catch (FailedException failed) {
            return new Answer(Optional.empty(), Failures.nothingKnown(failed.failure()));
        }
    }

    KubernetesClient client() {
        return client;
    }

    /** Where rollouts ask. */
    Rollouts rollouts() {
        return rollouts;
    }

    /** Forgets a resource that is gone. */
    void forget(ResourceID check) {
        figures.forget(check);
        rollouts.forget(check);
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
