package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** Migrations of node-pg-migrate, as its version 9 reads them; what is recorded is a file's name without its extension. */
final class NodePgMigrate implements MigrationTool {

    /** {@code PG_MIGRATE_LOCK_ID} in {@code runner.ts}. */
    private static final long LOCK = 7241865325823964L;

    @Override
    public String name() {
        return "NodePgMigrate";
    }

    @Override
    public String layout() {
        return "NodePgMigrate: <milliseconds>_<name>.sql (.js, .ts ...) in one folder";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new NodePgMigrateFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return new NodePgMigrateFiles(project.bundle()).read(layout());
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return HistoryTable.in(connectionSchema, "pgmigrations");
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("id", "name", "run_on");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
            SELECT name::text AS name,
                   CASE WHEN isfinite(run_on) THEN extract(epoch FROM run_on) END AS ended,
                   age(xmin) AS age
            FROM %s
            WHERE name IS NOT NULL
            ORDER BY run_on, id\
            """.formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        var reading = Reading.byId(
                files,
                rows.stream()
                        .map(row -> Applied.of(recorded(row.text("name"), files), Applied.State.FINISHED, row))
                        .toList());
        return reading.noting(NodePgMigrateOrder.refusal(reading).stream().toList());
    }

    /** The loader that most use records {@code x.up.sql} as {@code x.up}, the loader {@code sql} as {@code x}. */
    private static String recorded(String name, MigrationFiles files) {
        return Optional.of(name)
                .filter(recorded ->
                        recorded.endsWith(".up") && files.withId(recorded).isEmpty())
                .map(recorded -> recorded.substring(0, recorded.length() - ".up".length()))
                .filter(shorter -> files.withId(shorter).isPresent())
                .orElse(name);
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(LOCK));
    }

    /** {@code ensureMigrationsTable} in {@code runner.ts}. */
    @Override
    public List<String> createHistory(HistoryTable table) {
        return table.created(
                "CREATE TABLE %s (id SERIAL PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL)"
                        .formatted(table.quoted()));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new NodePgMigrateCommands();
    }
}
