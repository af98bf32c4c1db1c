package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Resources as users write them. */
final class Resources {

    private Resources() {}

    static MigrationDriftCheck check(String namespace, String name) {
        return check(namespace, name, "");
    }

    /** With more lines of the spec, as YAML. */
    static MigrationDriftCheck check(String namespace, String name, String more) {
        return of(namespace, name, "configMap: {name: orders-migrations}", more);
    }

    /** Of migrations that are kept anywhere. */
    static MigrationDriftCheck of(String namespace, String name, String source, String more) {
        return Serialization.unmarshal(
                """
                apiVersion: schemalatch.dev/v1alpha1
                kind: MigrationDriftCheck
                metadata: {namespace: %s, name: %s, generation: 1, uid: uid-of-%2$s}
                spec:
                  database: {secretRef: {name: orders-db}}
                  migrations: {%s}
                %s
                """.formatted(namespace, name, source, more.indent(2)), MigrationDriftCheck.class);
    }

    static MigrationDriftCheck with(MigrationDriftCheck check, MigrationDriftCheckStatus status) {
        check.setStatus(status);
        return check;
    }

    static Secret secret(String namespace) {
        var uri = "postgresql://app:secret@db.example.com:5432/orders";
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("orders-db")
                .endMetadata()
                .withData(Map.of("uri", Base64.getEncoder().encodeToString(uri.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    static ConfigMap migrations(String namespace, String sql) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("orders-migrations")
                .addToLabels(MigrationDriftCheck.WATCH_LABEL, "true")
                .endMetadata()
                .withData(Map.of("1_init.sql", sql))
                .build();
    }
}
