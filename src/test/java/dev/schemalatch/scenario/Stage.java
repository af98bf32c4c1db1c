package dev.schemalatch.scenario;

import dev.schemalatch.scenario.Scenario.HistoryLine;
import dev.schemalatch.testing.TestDatabase;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Tools;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/** Brings a database into the state that a scenario describes, in the order in which it came about in life. */
final class Stage implements AutoCloseable {

    private static final HistoryTable TABLE = new HistoryTable("public", "_prisma_migrations");

    private final TestDatabase database;
    private final Scenario scenario;
    private final Connection migrator;

    private Stage(TestDatabase database, Scenario scenario) {
        this.database = database;
        this.scenario = scenario;
        this.migrator = database.connect();
    }

    static Stage set(TestDatabase database, Scenario scenario) {
        var stage = new Stage(database, scenario);
        scenario.history().ifPresent(lines -> {
            Tools.named("Prisma").createHistory(TABLE).forEach(database::run);
            lines.forEach(stage::migrate);
        });
        scenario.live().ifPresent(database::run);
        return stage;
    }

    private void migrate(HistoryLine line) {
        var sql = line.checksum().equals("other") && !line.ran() ? "" : scenario.sql(line.migration());
        if (line.ran() && !sql.isBlank()) {
            database.run(sql);
        }
        record(line, checksum(line, sql));
        if (line.state().equals("running")) {
            holdTheToolsLock();
        }
    }

    private void record(HistoryLine line, String checksum) {
        var columns =
                switch (line.state()) {
                    case "finished" -> "now(), NULL, 1, NULL";
                    case "resolved" -> "now(), NULL, 0, ''";
                    case "failed" -> "NULL, NULL, 0, 'A migration failed to apply.'";
                    case "crashed", "running" -> "NULL, NULL, 0, NULL";
                    case "rolled-back" -> "NULL, now(), 0, 'A migration failed to apply.'";
                    default -> throw new IllegalArgumentException(line.toString());
                };
        database.run(("INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at,"
                        + " rolled_back_at, applied_steps_count, logs)"
                        + " VALUES ('%s', '%s', '%s', clock_timestamp(), %s)")
                .formatted(UUID.randomUUID(), checksum, line.migration(), columns));
    }

    private static String checksum(HistoryLine line, String sql) {
        return switch (line.checksum()) {
            case "same" -> sha256(sql);
            case "crlf" -> sha256(sql.replace("\n", "\r\n"));
            case "other" -> sha256(sql + "-- as it was");
            default -> throw new IllegalArgumentException(line.toString());
        };
    }

    private void holdTheToolsLock() {
        try (var statement = migrator.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(72707369)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            migrator.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
