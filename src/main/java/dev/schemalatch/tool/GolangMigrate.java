package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** golang-migrate, version 4, with its drivers postgres, pgx and pgx5. */
final class GolangMigrate implements MigrationTool {

    /** As {@code DefaultMigrationsTable} in {@code database/postgres/postgres.go}. */
    static final String TABLE = "schema_migrations";

    @Override
    public String name() {
        return "GolangMigrate";
    }

    @Override
    public String layout() {
        return "GolangMigrate: <version>_<name>.up.sql";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new GolangMigrateFiles(bundle).folders().candidates().isEmpty() ? Claim.NONE : Claim.POSSIBLE;
    }

    @Override
    public MigrationFiles files(Project project) {
        return new GolangMigrateFiles(project.bundle()).read();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), TABLE));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.is("version", "bigint")
                && table.is("dirty", "boolean")
                && !table.table().schema().equals(Hasura.SCHEMA);
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("SELECT version, dirty, age(xmin) AS age FROM %s LIMIT 1".formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> GolangMigrateState.of(row).read(files))
                .orElseGet(() -> new Reading(files.migrations(), List.of(), List.of()));
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(GolangMigrateLock.key(table, database)));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return OwnSchema.before(
                table,
                "CREATE TABLE %s (version bigint not null primary key, dirty boolean not null)"
                        .formatted(table.quoted()));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new GolangMigrateCommands(files);
    }
}
