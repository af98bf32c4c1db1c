package dev.schemalatch.demo;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationsStatus;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The namespace that the story plays in. Takes away what it brought. */
final class Namespace implements AutoCloseable {

    private static final String CHECK = "movies";
    private static final long PATIENCE_SECONDS = 60;

    private final Kubernetes kubernetes;
    private final String name;
    private final boolean broughtDefinition;
    private int asked;

    private Namespace(Kubernetes kubernetes, String name, boolean broughtDefinition) {
        this.kubernetes = kubernetes;
        this.name = name;
        this.broughtDefinition = broughtDefinition;
    }

    /**
     * Makes the namespace, and the definition of the resource where the cluster lacks it.
     *
     * @param definition the custom resource definition as YAML
     */
    static Namespace create(Kubernetes kubernetes, String name, String definition) {
        if (!kubernetes.complete()) {
            return new Namespace(kubernetes, name, false);
        }
        var client = kubernetes.client();
        var wanted = client.getKubernetesSerialization().unmarshal(definition, CustomResourceDefinition.class);
        var brings = client.resource(wanted).get() == null;
        if (brings) {
            client.resource(wanted).create();
            client.resource(wanted).waitUntilCondition(Namespace::established, PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        return new Namespace(kubernetes, name, brings);
    }

    private static boolean established(CustomResourceDefinition definition) {
        return Optional.ofNullable(definition).map(CustomResourceDefinition::getStatus).stream()
                .flatMap(status -> status.getConditions().stream())
                .anyMatch(condition -> condition.getType().equals("Established")
                        && condition.getStatus().equals("True"));
    }

    String name() {
        return name;
    }

    /** Applies the sample's manifests, with the address of this story's database in the Secret. */
    void apply(String manifests, String uri) {
        for (var object : client().load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            if (object instanceof Secret secret) {
                secret.setStringData(Map.of());
                secret.setData(Map.of("uri", Base64.getEncoder().encodeToString(uri.getBytes(StandardCharsets.UTF_8))));
            }
            object.getMetadata().setNamespace(name);
            client().resource(object).create();
        }
    }

    /** Ships what git holds, as a delivery pipeline would. */
    void ship(Repository git) {
        var configMap = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(name)
                .withName("movies-migrations")
                .addToLabels("schemalatch.dev/watch", "true")
                .endMetadata()
                .withData(git.data())
                .build();
        client().resource(configMap).createOr(existing -> existing.update());
    }

    /** The check, once it has looked for the first time. */
    MigrationDriftCheck firstResult() {
        return await(status -> status.verdict() != null && status.lastCheckTime() != null);
    }

    /** The check, once it has looked at other migrations than before: it does so by itself. */
    MigrationDriftCheck resultAfter(MigrationDriftCheck before) {
        return await(status -> !source(status).equals(source(before.getStatus())));
    }

    private static Optional<String> source(MigrationDriftCheckStatus status) {
        return Optional.ofNullable(status.migrations())
                .map(MigrationsStatus::source)
                .map(MigrationsStatus.SourceStatus::digest);
    }

    /** The check, once it has looked again because it was asked to. */
    MigrationDriftCheck lookAgain() {
        var token = Integer.toString(++asked);
        check().edit(current -> {
            var annotations = new HashMap<>(current.getMetadata().getAnnotations());
            annotations.put(MigrationDriftCheck.CHECK_NOW, token);
            current.getMetadata().setAnnotations(annotations);
            return current;
        });
        return await(status -> status.lastAttempt() != null
                && token.equals(status.lastAttempt().checkNow()));
    }

    private MigrationDriftCheck await(Predicate<MigrationDriftCheckStatus> done) {
        return check().waitUntilCondition(
                        check -> check != null && check.getStatus() != null && done.test(check.getStatus()),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private Resource<MigrationDriftCheck> check() {
        return client().resources(MigrationDriftCheck.class).inNamespace(name).withName(CHECK);
    }

    private KubernetesClient client() {
        return kubernetes.client();
    }

    @Override
    public void close() {
        if (!kubernetes.complete()) {
            return;
        }
        client().namespaces().withName(name).delete();
        if (broughtDefinition) {
            client().apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(HasMetadata.getFullResourceName(MigrationDriftCheck.class))
                    .delete();
        }
    }
}
