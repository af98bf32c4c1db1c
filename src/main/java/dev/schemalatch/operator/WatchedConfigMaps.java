package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ConfigMaps that carry the label {@value MigrationDriftCheck#WATCH_LABEL}: the only ones that are cached. */
final class WatchedConfigMaps {

    private static final String BY_CONFIG_MAP = "by-config-map";

    private WatchedConfigMaps() {}

    /** Tells the resources that name a labelled ConfigMap when it changes. */
    static InformerEventSource<ConfigMap, MigrationDriftCheck> source(EventSourceContext<MigrationDriftCheck> context) {
        var checks = context.getPrimaryCache();
        checks.addIndexer(BY_CONFIG_MAP, WatchedConfigMaps::keys);
        var configuration = InformerEventSourceConfiguration.from(ConfigMap.class, MigrationDriftCheck.class)
                .withLabelSelector(MigrationDriftCheck.WATCH_LABEL + "=true")
                .withNamespacesInheritedFromController()
                .withSecondaryToPrimaryMapper(configMap -> checks
                        .byIndex(
                                BY_CONFIG_MAP,
                                key(
                                        configMap.getMetadata().getNamespace(),
                                        configMap.getMetadata().getName()))
                        .stream()
                        .map(ResourceID::fromResource)
                        .collect(Collectors.toSet()))
                .<MigrationDriftCheck>withPrimaryToSecondaryMapper(check -> Requests.configMaps(check).stream()
                        .map(name -> new ResourceID(name, check.getMetadata().getNamespace()))
                        .collect(Collectors.toSet()))
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    private static List<String> keys(MigrationDriftCheck check) {
        return Requests.configMaps(check).stream()
                .map(name -> key(check.getMetadata().getNamespace(), name))
                .toList();
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    /** Same names and contents, same digest; empty where there are none. */
    static String digest(Stream<ConfigMap> configMaps) {
        var sorted = configMaps
                .sorted(Comparator.comparing(
                        configMap -> configMap.getMetadata().getName()))
                .toList();
        if (sorted.isEmpty()) {
            return "";
        }
        var digest = sha256();
        for (var configMap : sorted) {
            feed(digest, configMap.getMetadata().getName());
            feed(digest, configMap.getData());
            feed(digest, configMap.getBinaryData());
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static void feed(MessageDigest digest, @Nullable Map<String, String> data) {
        var sorted = data == null ? new TreeMap<String, String>() : new TreeMap<>(data);
        feed(digest, Integer.toString(sorted.size()));
        sorted.forEach((key, value) -> {
            feed(digest, key);
            feed(digest, value);
        });
    }

    private static void feed(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
