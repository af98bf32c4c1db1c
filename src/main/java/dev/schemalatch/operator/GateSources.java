package dev.schemalatch.operator;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gate.GatedTemplate;
import dev.schemalatch.source.MergedSource;
import dev.schemalatch.source.Source;
import java.util.List;
import java.util.regex.Pattern;

/** The migrations that pod templates name. */
final class GateSources {

    /** The end of a name that kustomize gives by content. */
    private static final Pattern HASHED = Pattern.compile(".+-[24-9bcdfghkmt]{10}");

    private static final Pattern IMAGE = Pattern.compile(".*[/:@].*");
    private static final String FIELD = "the annotation " + GatedTemplate.MIGRATIONS + " of the pod template";

    private final Cluster cluster;

    GateSources(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * What a template names, read where it is kept.
     *
     * @param fixed whether the name stands for the content: it never means other files
     */
    record Named(Source files, boolean fixed) {}

    /** Never fails: what cannot be read says so when it is read. */
    Named named(String namespace, String source) {
        var names = GatedTemplate.names(source);
        try {
            if (names.stream().anyMatch(name -> IMAGE.matcher(name).matches())) {
                throw FailedException.of(
                        Reason.RemoteUnsupported, "%s names an image; this version reads ConfigMaps".formatted(FIELD));
            }
            var configMaps = names.stream()
                    .map(name -> cluster.configMap(namespace, name, FIELD))
                    .toList();
            return new Named(
                    new MergedSource(configMaps.stream()
                            .map(Cluster.NamedMigrations::files)
                            .toList()),
                    configMaps.stream().allMatch(Cluster.NamedMigrations::immutable) || isHashed(names));
        } catch (FailedException failed) {
            return new Named(
                    () -> {
                        throw failed;
                    },
                    isHashed(names));
        }
    }

    private static boolean isHashed(List<String> names) {
        return names.stream().allMatch(name -> HASHED.matcher(name).matches());
    }
}
