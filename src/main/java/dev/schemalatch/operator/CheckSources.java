package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.ImageSpec;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckSpec.MigrationsSpec;
import dev.schemalatch.api.v1alpha1.PullSecret;
import dev.schemalatch.api.v1alpha1.WorkloadSpec;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.PodImages;
import dev.schemalatch.source.MergedSource;
import dev.schemalatch.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The migrations that a check names, wherever they are kept. */
final class CheckSources {

    private static final String FIELD = "spec.migrations.";

    private final Cluster cluster;
    private final ImageSources images;

    CheckSources(Cluster cluster, ImageSources images) {
        this.cluster = cluster;
        this.images = images;
    }

    /**
     * A check's own.
     *
     * @throws FailedException where what it names is not there
     */
    Source of(MigrationDriftCheck check) {
        var namespace = check.getMetadata().getNamespace();
        var spec = check.getSpec().migrations();
        return named(check)
                .map(image -> image(check, image.reference(), List.of(image.pod())))
                .orElseGet(() -> configMaps(namespace, spec));
    }

    /**
     * An image by the name that somebody has for it, and what pulls it.
     *
     * @param reference as it is written
     */
    record NamedImage(String reference, PodImages pod) {}

    /**
     * The image that a check names, or that its workload runs now; empty where its migrations are kept elsewhere.
     *
     * @throws FailedException where the workload, or the container, is not there
     */
    Optional<NamedImage> named(MigrationDriftCheck check) {
        var spec = check.getSpec().migrations();
        return Optional.ofNullable(spec.image())
                .map(image -> new NamedImage(image.reference(), PodImages.none()))
                .or(() -> Optional.ofNullable(spec.workload())
                        .map(workload -> running(check.getMetadata().getNamespace(), workload)));
    }

    private NamedImage running(String namespace, WorkloadSpec workload) {
        var pod = PodImages.of(cluster.template(namespace, workload.kind(), workload.name()));
        var image = pod.image(Optional.ofNullable(workload.container()))
                .orElseThrow(() -> FailedException.of(
                        Reason.SpecInvalid,
                        "%s %s/%s has no container %s with an image; %sworkload.container can be: %s"
                                .formatted(
                                        workload.kind(),
                                        namespace,
                                        workload.name(),
                                        Optional.ofNullable(workload.container())
                                                .orElse(pod.main()),
                                        FIELD,
                                        String.join(", ", pod.images().keySet()))));
        return new NamedImage(image, pod);
    }

    /**
     * An image's migrations, in the folder that a check says, pulled with what it names and what the pods would pull it with.
     *
     * @param reference the check's own image, or a version's
     */
    Source image(MigrationDriftCheck check, String reference, List<PodImages> pods) {
        var spec = check.getSpec().migrations();
        var image = Optional.ofNullable(spec.image());
        var workload = Optional.ofNullable(spec.workload());
        var path = image.map(ImageSpec::path).or(() -> workload.map(WorkloadSpec::path));
        var secrets = image.map(ImageSpec::pullSecrets).or(() -> workload.map(WorkloadSpec::pullSecrets));
        return images.of(
                check.getMetadata().getNamespace(),
                reference,
                path.orElse(""),
                secrets.orElse(List.<PullSecret>of()),
                FIELD + (workload.isPresent() ? "workload" : "image") + ".pullSecrets",
                pods);
    }

    private Source configMaps(String namespace, MigrationsSpec spec) {
        var sources = new ArrayList<Source>();
        if (spec.configMap() != null) {
            sources.add(cluster.migrations(namespace, spec.configMap().name(), FIELD + "configMap.name"));
        }
        for (var configMap : spec.configMaps()) {
            sources.add(cluster.migrations(namespace, configMap.name(), FIELD + "configMaps"));
        }
        if (sources.isEmpty()) {
            throw FailedException.of(
                    Reason.SpecInvalid, "spec.migrations names no source; name a configMap, an image or a workload");
        }
        return new MergedSource(List.copyOf(sources));
    }
}
