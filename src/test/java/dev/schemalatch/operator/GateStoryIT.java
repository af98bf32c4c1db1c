package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.EmbeddedServer;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.testing.Checkers;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The gate from end to end, with a real database, a real API server, the cluster's own controllers and the chart's policies:
 * what {@code make demo-gate} plays. It prints what happens, and figures of how long it takes.
 */
class GateStoryIT extends GateOnCluster {

    private static final int ROLLOUTS = 4;
    private static final Duration WAIT = Duration.ofSeconds(8);
    private static final String HISTORY = """
            CREATE TABLE _prisma_migrations (
              id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
              migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
              started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)""";

    private final EmbeddedPostgres postgres = new EmbeddedPostgres(Folders.of(System.getenv()));
    private final TreeMap<String, String> shipped = new TreeMap<>();
    private EmbeddedServer server;

    @BeforeEach
    void aShopWithItsDatabase() {
        shipped.put("migration_lock.toml", "provider = \"postgresql\"\n");
        server = postgres.startOnLoopback(postgres.majors().last());
        server.run("postgres", "CREATE DATABASE orders");
        server.run("orders", HISTORY);
        server.run("orders", "CREATE ROLE reader LOGIN PASSWORD 'read only'");
        server.run("orders", "GRANT SELECT ON _prisma_migrations TO reader");
        operator.close();
        operator = startOperator(Checkers.real(), Checkers.glancer());
        var settings = server.settings("orders");
        var uri = "postgresql://reader:read%%20only@%s:%d/orders".formatted(settings.host(), settings.port());
        admin().secrets().inNamespace(namespace).withName("orders-db").edit(secret -> {
            secret.setData(Map.of("uri", Base64.getEncoder().encodeToString(uri.getBytes(StandardCharsets.UTF_8))));
            return secret;
        });
    }

    @AfterEach
    void theDatabaseIsStopped() {
        server.close();
    }

    @Test
    void aVersionWaitsForItsMigrationAndRollsOutWhenThatIsDeployed() {
        ship(1);
        deploy(1);
        check("orders", "orders-1");
        apply(web("web:1", "orders-1"));
        serves("web", 2, "web:1");
        tell("version 1 serves: " + pods());
        var waits = new ArrayList<Duration>();

        for (var version = 2; version < 2 + ROLLOUTS; version++) {
            ship(version);
            check("orders", "orders-" + version);
            apply(web("web:" + version, "orders-" + version));
            told("orders", "web", Rollout.Held, "MigrationsPending");
            tell("version %d waits: %s"
                    .formatted(version, rollout("orders", "web").orElseThrow().message()));
            assertThat(images("web")).containsExactly("web:" + (version - 1));
            if (version == 2) {
                tell(load());
            }

            deploy(version);
            var deployed = Instant.now();
            waits.add(untilTheFirstPodOf("web:" + version, deployed));
            serves("web", 2, "web:" + version);
            tell("version %d serves: %s".formatted(version, pods()));
        }

        waits.sort(Comparator.naturalOrder());
        tell("from the commit of the last migration to the first new pod: min %d ms, median %d ms, max %d ms"
                .formatted(
                        waits.get(0).toMillis(),
                        waits.get(waits.size() / 2).toMillis(),
                        waits.get(waits.size() - 1).toMillis()));
    }

    private Duration untilTheFirstPodOf(String image, Instant from) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> allPods().stream()
                .anyMatch(pod -> pod.getSpec().getContainers().get(0).getImage().equals(image)));
        return Duration.between(from, Instant.now());
    }

    private List<Pod> allPods() {
        return admin().pods()
                .inNamespace(namespace)
                .withLabel("app", "web")
                .list()
                .getItems();
    }

    private String pods() {
        return readyPods("web").stream()
                .map(pod -> pod.getMetadata().getName())
                .sorted()
                .toList()
                .toString();
    }

    /** The load on the database while one waits, read off its own statistics. */
    private String load() {
        var before = transactions();
        await().pollDelay(WAIT).atMost(WAIT.multipliedBy(4)).until(() -> true);
        var after = transactions();
        return "while it waits, in %d s: %d transactions on the database".formatted(WAIT.toSeconds(), after - before);
    }

    /** Asked beside it, so that asking does not count. */
    private long transactions() {
        var settings = server.settings("postgres");
        var url = "jdbc:postgresql://%s:%d/postgres".formatted(settings.host(), settings.port());
        try (var connection = DriverManager.getConnection(url, "reader", "read only");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'orders'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ship(int version) {
        shipped.put(file(version), "CREATE TABLE step_%d (id INT PRIMARY KEY);".formatted(version));
        admin().resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("orders-" + version)
                        .endMetadata()
                        .withImmutable(true)
                        .withData(Map.copyOf(shipped))
                        .build())
                .create();
    }

    private static String file(int version) {
        return "2026010%d000000_step.sql".formatted(version);
    }

    /** What {@code npx prisma migrate deploy} does with one migration. */
    private void deploy(int version) {
        var sql = shipped.getOrDefault(file(version), "");
        server.run("orders", sql);
        server.run("orders", """
                INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
                VALUES (gen_random_uuid(), encode(sha256('%s'), 'hex'), now(), '%s', 1)""".formatted(sql, file(version).replace(".sql", "")));
    }

    private static void tell(String line) {
        System.out.println("demo-gate: " + line);
    }
}
