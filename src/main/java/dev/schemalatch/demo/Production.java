package dev.schemalatch.demo;

import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The production database of the story. Its history is written as Prisma writes it, so that no Node is needed. */
final class Production implements AutoCloseable {

    private static final String DATABASE = "movies";
    private static final String READER = "drift_reader";

    private static final String HISTORY = """
            CREATE TABLE _prisma_migrations (
              id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
              migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
              started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)""";

    private final EmbeddedServer server;
    private final String password = UUID.randomUUID().toString();

    private Production(EmbeddedServer server) {
        this.server = server;
    }

    /** A fresh server of the newest version, with an empty database and a role that may hardly do anything. */
    static Production start(EmbeddedPostgres postgres) {
        var production =
                new Production(postgres.startOnLoopback(postgres.majors().last()));
        production.server.run("postgres", "CREATE DATABASE " + DATABASE);
        production.run(HISTORY);
        production.run("CREATE ROLE %s LOGIN PASSWORD '%s'; GRANT SELECT ON _prisma_migrations TO %s"
                .formatted(READER, production.password, READER));
        return production;
    }

    String version() {
        return server.version().toString();
    }

    /** The address for the check's Secret: that of the role that may read the history table and nothing else. */
    String uri() {
        var settings = server.settings(DATABASE);
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(READER, password, settings.host(), settings.port(), settings.database());
    }

    void run(String sql) {
        server.run(DATABASE, sql);
    }

    /** What {@code npx prisma migrate deploy} does with one migration. */
    void deploy(Repository.Migration migration) {
        run(migration.sql());
        record(migration, 1);
    }

    /** What {@code npx prisma migrate resolve --applied} does. */
    void markApplied(Repository.Migration migration) {
        record(migration, 0);
    }

    private void record(Repository.Migration migration, int steps) {
        run("INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, applied_steps_count)"
                + " VALUES ('%s', '%s', now(), '%s', %s, %d)"
                        .formatted(
                                UUID.randomUUID(),
                                sha256(migration.sql()),
                                migration.name(),
                                steps == 0 ? "''" : "NULL",
                                steps));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
