package dev.schemalatch.operator;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.RolloutGate;
import dev.schemalatch.demo.InProcessDispatcher;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Kubernetes API for tests: a real one where the environment says where its programs are ({@code KUBE_API_TEST_DIR}), else
 * the in-process one. On the real one the operator has the chart's rights and no others.
 */
final class TestCluster implements AutoCloseable {

    private static final String VERSION = "1.36.*";

    private final boolean real;
    private final String kubeconfig;
    private final KubernetesClient admin;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    private TestCluster(boolean real, String kubeconfig, KubernetesClient admin, AutoCloseable server) {
        this.real = real;
        this.kubeconfig = kubeconfig;
        this.admin = admin;
        toClose.push(server);
        toClose.push(admin);
    }

    static TestCluster start() {
        var cluster = programs().map(TestCluster::startReal).orElseGet(TestCluster::startInProcess);
        System.out.println(
                "operator tests run on " + (cluster.real ? "a real API server" : "the in-process API server"));
        return cluster;
    }

    private static Optional<Path> programs() {
        return Optional.ofNullable(System.getenv("KUBE_API_TEST_DIR"))
                .map(Path::of)
                .filter(folder -> Files.isDirectory(folder.resolve("k8s")));
    }

    private static TestCluster startReal(Path folder) {
        var server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(folder.toString())
                .withApiServerVersion(VERSION)
                .withOfflineMode(true)
                .withApiServerFlag("--advertise-address", "127.0.0.1")
                .build());
        server.start();
        var admin = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .build();
        var cluster = new TestCluster(true, server.getKubeConfigYaml(), admin, server::stop);
        cluster.namespace(Chart.NAMESPACE);
        Chart.objects(Map.of("gate.readiness", true)).stream()
                .filter(object -> !(object instanceof Deployment))
                .forEach(object -> admin.resource(object).create());
        cluster.established("migrationdriftchecks.schemalatch.dev");
        cluster.established("rolloutgates.schemalatch.dev");
        return cluster;
    }

    private void established(String definition) {
        admin.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(definition)
                .waitUntilCondition(
                        found -> found != null
                                && found.getStatus() != null
                                && Stream.ofNullable(found.getStatus().getConditions())
                                        .flatMap(conditions -> conditions.stream())
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")
                                                        && condition.getStatus().equals("True")),
                        30,
                        java.util.concurrent.TimeUnit.SECONDS);
    }

    private static TestCluster startInProcess() {
        var server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new InProcessDispatcher(), true);
        server.init();
        server.expectCustomResource(CustomResourceDefinitionContext.fromCustomResourceType(MigrationDriftCheck.class));
        server.expectCustomResource(CustomResourceDefinitionContext.fromCustomResourceType(RolloutGate.class));
        return new TestCluster(false, "", server.createClient(), server::destroy);
    }

    /** Whether the cluster would be a real one, with the controllers that rollouts need. */
    static boolean hasControllers() {
        return programs().filter(ControllerManager::isThere).isPresent();
    }

    /** Starts the controllers that make ReplicaSets and pods, and a kubelet that only says that pods run. */
    TestCluster withControllers() {
        toClose.push(ControllerManager.start(programs().orElseThrow(), kubeconfig));
        toClose.push(new Kubelet(admin));
        return this;
    }

    boolean real() {
        return real;
    }

    KubernetesClient admin() {
        return admin;
    }

    String namespace(String name) {
        if (real) {
            admin.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .serverSideApply();
        }
        return name;
    }

    /** A client with the rights that the chart gives the operator. */
    KubernetesClient operator() {
        return operator(admin.getConfiguration());
    }

    /** The same over a wire that can be cut. */
    KubernetesClient operator(Cut wire) {
        var url = URI.create(admin.getConfiguration().getMasterUrl());
        return operator(new ConfigBuilder(admin.getConfiguration())
                .withMasterUrl("%s://127.0.0.1:%d/".formatted(url.getScheme(), wire.port()))
                .withRequestRetryBackoffLimit(1)
                .build());
    }

    int port() {
        return URI.create(admin.getConfiguration().getMasterUrl()).getPort();
    }

    private KubernetesClient operator(Config config) {
        var builder = new ConfigBuilder(config);
        if (real) {
            var account = Chart.object(ServiceAccount.class).getMetadata();
            builder.withImpersonateUsername(
                    "system:serviceaccount:%s:%s".formatted(account.getNamespace(), account.getName()));
        }
        var client = new KubernetesClientBuilder().withConfig(builder.build()).build();
        toClose.push(client);
        return client;
    }

    /** A client of somebody whom the cluster knows by name. */
    KubernetesClient as(String user) {
        var client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(admin.getConfiguration())
                        .withImpersonateUsername(user)
                        .build())
                .build();
        toClose.push(client);
        return client;
    }

    RunningOperator.Options options(String namespace) {
        return new RunningOperator.Options(Set.of(namespace), 4, real);
    }

    @Override
    public void close() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }
}
