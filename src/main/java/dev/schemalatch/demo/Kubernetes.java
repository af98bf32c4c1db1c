package dev.schemalatch.demo;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Kubernetes API for the story.
 *
 * @param description what it is, for people
 * @param complete whether it is a real API server: knows namespaces, definitions, server-side apply
 */
record Kubernetes(KubernetesClient client, String description, boolean complete, Runnable stop)
        implements AutoCloseable {

    /** Which one to play on. */
    enum Choice {
        /** A real API server where its programs are at hand, else the in-process one. */
        AT_HAND,
        /** A real API server, whose programs may be downloaded. */
        DOWNLOADED,
        /** The current cluster of the kubeconfig. */
        CURRENT
    }

    static Kubernetes start(Choice choice, Map<String, String> environment) {
        return switch (choice) {
            case CURRENT -> current();
            case DOWNLOADED -> real(Optional.empty());
            case AT_HAND ->
                ControlPlanePrograms.find(environment)
                        .map(folder -> real(Optional.of(folder)))
                        .orElseGet(Kubernetes::inProcess);
        };
    }

    private static Kubernetes current() {
        var client = new KubernetesClientBuilder().build();
        return new Kubernetes(client, "the current cluster, " + client.getMasterUrl(), true, () -> {});
    }

    private static Kubernetes real(Optional<Path> folder) {
        var config = KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withOfflineMode(folder.isPresent())
                .withUpdateKubeConfig(false)
                .withApiServerFlag("--advertise-address", "127.0.0.1");
        folder.ifPresent(path -> config.withTestDir(path.toString()));
        var server = new KubeAPIServer(config.build());
        server.start();
        var client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .build();
        var version = client.getKubernetesVersion();
        return new Kubernetes(
                client,
                "a real API server, Kubernetes %s.%s".formatted(version.getMajor(), version.getMinor()),
                true,
                server::stop);
    }

    private static Kubernetes inProcess() {
        var server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new InProcessDispatcher(), true);
        server.init();
        server.expectCustomResource(CustomResourceDefinitionContext.fromCustomResourceType(MigrationDriftCheck.class));
        return new Kubernetes(
                server.createClient(),
                "an imitation of the Kubernetes API in this process (DOWNLOAD=1 fetches a real one)",
                false,
                server::destroy);
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }
}
