package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.List;
import java.util.Optional;

/** sqlx, its command line and its migrator, up to 0.9 ({@code sqlx-core/src/migrate}, {@code sqlx-postgres/src/migrate.rs}). */
final class Sqlx implements MigrationTool {

    @Override
    public String name() {
        return "Sqlx";
    }

    @Override
    public String layout() {
        return "Sqlx: <number>_<description>.sql, or pairs of .up.sql and .down.sql";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new SqlxFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return MigrationFiles.of(new SqlxFiles(project.bundle()).migrations());
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), "_sqlx_migrations"));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("version", "description", "installed_on", "success", "checksum", "execution_time");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
            SELECT version::text AS id, description, success, encode(checksum, 'hex') AS checksum,
                   CASE WHEN isfinite(installed_on) THEN extract(epoch FROM installed_on) END AS ended, age(xmin) AS age
            FROM %s
            ORDER BY installed_on, version\
            """.formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return new Reading(
                files.migrations(),
                rows.stream().map(row -> applied(files, row)).toList(),
                List.of());
    }

    // sqlx writes no row without success for PostgreSQL, but stops at one and asks for its removal
    private static Applied applied(MigrationFiles files, Row row) {
        var name = files.withId(row.text("id"))
                .map(Migration::name)
                .orElseGet(() -> row.text("id") + "_" + row.text("description").replace(' ', '_'));
        return Applied.of(name, row.flag("success") ? State.FINISHED : State.FAILED, row);
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(SqlxLock.key(database)));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return List.of("""
            CREATE TABLE %s (
                version BIGINT PRIMARY KEY,
                description TEXT NOT NULL,
                installed_on TIMESTAMPTZ NOT NULL DEFAULT now(),
                success BOOLEAN NOT NULL,
                checksum BYTEA NOT NULL,
                execution_time BIGINT NOT NULL
            )\
            """.formatted(table.quoted()));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqlxCommands(files, table);
    }
}
