package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** The ConfigMap with everything that a status is too small for; it belongs to its resource and goes with it. */
final class ReportConfigMap {

    private static final Logger LOG = Logger.getLogger(ReportConfigMap.class);
    private static final String SUFFIX = "-drift-report";
    private static final int LONGEST_NAME = 253;

    /** UTF-8 bytes of all texts together; the API server takes 1 MiB with everything around them. */
    static final int LIMIT = 900 * 1024;

    private static final String CUT =
            "\n... cut: a ConfigMap holds no more; run `schemalatch check` for the whole report\n";

    private final KubernetesClient client;

    ReportConfigMap(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Writes the report where it is not written like this already.
     *
     * @return the ConfigMap's name; empty where one of that name belongs to somebody else, which is left alone
     */
    Optional<String> write(MigrationDriftCheck check, SortedMap<String, String> files) {
        var wanted = wanted(check, bounded(files));
        var name = wanted.getMetadata().getName();
        var namespace = wanted.getMetadata().getNamespace();
        var existing = client.configMaps().inNamespace(namespace).withName(name).get();
        if (existing == null) {
            client.resource(wanted).create();
        } else if (!belongsTo(existing, check)) {
            LOG.warnf("report not written: ConfigMap belongs to somebody else namespace=%s name=%s", namespace, name);
            return Optional.empty();
        } else if (!wanted.getData().equals(existing.getData())) {
            wanted.getMetadata().setResourceVersion(existing.getMetadata().getResourceVersion());
            client.resource(wanted).update();
        }
        return Optional.of(name);
    }

    static String name(String check) {
        return check.substring(0, Math.min(check.length(), LONGEST_NAME - SUFFIX.length())) + SUFFIX;
    }

    /** The texts, each cut to its share where all together are too long. */
    static SortedMap<String, String> bounded(SortedMap<String, String> files) {
        var total = files.values().stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (total <= LIMIT) {
            return files;
        }
        var share = LIMIT / files.size() - CUT.length();
        var bounded = new TreeMap<String, String>();
        files.forEach((name, text) -> {
            var cut = Text.boundedBytes(text, share);
            bounded.put(name, cut.length() == text.length() ? text : shortened(name, cut));
        });
        return bounded;
    }

    /** Half a script is none. */
    private static String shortened(String name, String cut) {
        return name.endsWith(".sql") ? "-- Too long for a ConfigMap: run `schemalatch plan`.\n" : cut + CUT;
    }

    private static ConfigMap wanted(MigrationDriftCheck check, Map<String, String> data) {
        var owner = new OwnerReferenceBuilder()
                .withApiVersion(check.getApiVersion())
                .withKind(check.getKind())
                .withName(check.getMetadata().getName())
                .withUid(check.getMetadata().getUid())
                .withController(true)
                .build();
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(check.getMetadata().getNamespace())
                .withName(name(check.getMetadata().getName()))
                .withLabels(Map.of("app.kubernetes.io/managed-by", "schemalatch"))
                .withOwnerReferences(owner)
                .endMetadata()
                .withData(data)
                .build();
    }

    private static boolean belongsTo(ConfigMap configMap, MigrationDriftCheck check) {
        return configMap.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(check.getMetadata().getUid()));
    }
}
