package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.GatedTemplate;
import dev.schemalatch.gate.PodImages;
import dev.schemalatch.registry.ImageReference;
import dev.schemalatch.source.MergedSource;
import dev.schemalatch.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The migrations that versions ship, by the names that pod templates have for them, or the check for its own. */
final class GateSources {

    /** The end of a name that kustomize gives by content. */
    private static final Pattern HASHED = Pattern.compile(".+-[24-9bcdfghkmt]{10}");

    /** No name of a ConfigMap has any of these. */
    private static final Pattern IMAGE = Pattern.compile(".*[/:@].*");

    private static final String FIELD = "the annotation " + GatedTemplate.MIGRATIONS + " of the pod template";

    private final Cluster cluster;
    private final CheckSources checks;

    GateSources(Cluster cluster, CheckSources checks) {
        this.cluster = cluster;
        this.checks = checks;
    }

    /**
     * What a template names, read where it is kept.
     *
     * @param fixed whether the name stands for the content: it never means other files
     * @param image whether it is pulled from a registry
     */
    record Named(Source files, boolean fixed, boolean image) {}

    /**
     * A check's own migrations.
     *
     * @param name as a template would name them; empty where that is not known
     */
    record Own(String name, Named named) {}

    /** Never fails: what cannot be read says so when it is read. */
    Own own(MigrationDriftCheck check) {
        return switch (Finding.of(() -> checks.named(check))) {
            case Finding.Known<Optional<CheckSources.NamedImage>>(var image) ->
                image.map(known -> new Own(known.reference(), image(check, known.reference(), List.of(known.pod()))))
                        .orElseGet(() -> {
                            var names = Requests.configMaps(check);
                            return new Own(
                                    String.join(",", names),
                                    configMaps(check.getMetadata().getNamespace(), names));
                        });
            case Finding.Unknown<Optional<CheckSources.NamedImage>>(var why) ->
                new Own("", failing(new FailedException(why), false));
        };
    }

    /**
     * What versions of a name ship. Never fails: what cannot be read says so when it is read.
     *
     * @param pods that run them, and whose Secrets may pull what they name
     * @param run whether the name is the image that they run, and none that they give
     */
    Named named(MigrationDriftCheck check, String source, List<PodImages> pods, boolean run) {
        var names = GatedTemplate.names(source);
        if (!run && names.stream().noneMatch(name -> IMAGE.matcher(name).matches())) {
            return configMaps(check.getMetadata().getNamespace(), names);
        }
        return names.size() == 1
                ? image(check, names.get(0), pods)
                : failing(
                        FailedException.of(
                                Reason.SpecInvalid,
                                FIELD + " names an image beside others; name one image, or ConfigMaps alone"),
                        false);
    }

    private Named image(MigrationDriftCheck check, String reference, List<PodImages> pods) {
        try {
            var fixed = ImageReference.parse(reference).digest().isPresent();
            return new Named(new ReadOnce(checks.image(check, reference, pods)), fixed, true);
        } catch (FailedException invalid) {
            return failing(invalid, false);
        }
    }

    private Named configMaps(String namespace, List<String> names) {
        try {
            var configMaps = names.stream()
                    .map(name -> cluster.configMap(namespace, name, FIELD))
                    .toList();
            return new Named(
                    new MergedSource(configMaps.stream()
                            .map(Cluster.NamedMigrations::files)
                            .toList()),
                    configMaps.stream().allMatch(Cluster.NamedMigrations::immutable) || isHashed(names),
                    false);
        } catch (FailedException failed) {
            return failing(failed, isHashed(names));
        }
    }

    private static Named failing(FailedException failed, boolean fixed) {
        return new Named(
                () -> {
                    throw failed;
                },
                fixed,
                false);
    }

    private static boolean isHashed(List<String> names) {
        return names.stream().allMatch(name -> HASHED.matcher(name).matches());
    }
}
