package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flyway, as its community edition behaves since version 5. */
final class Flyway implements MigrationTool {

    /** The bytes of "Flyway", to which the hash of the table's quoted name is added ({@code PostgreSQLAdvisoryLockTemplate.java}). */
    private static final long LOCK = 0x46_6C_79_77_61_79L;

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public String layout() {
        return "Flyway: V1__name.sql, R__name.sql and B1__name.sql, in folders and archives or as ConfigMap keys";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return FlywayFiles.claim(bundle);
    }

    @Override
    public MigrationFiles files(Project project) {
        return new FlywayFiles(project).files();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return Stream.of(FlywayHistory.TABLE, FlywayHistory.OLD_TABLE)
                .map(table -> new HistoryTable(connectionSchema.orElse("public"), table))
                .toList();
    }

    @Override
    public boolean keeps(TableShape table) {
        return FlywayHistory.keeps(table);
    }

    @Override
    public Query history(HistoryTable table) {
        return FlywayHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return FlywayReading.of(files, rows);
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(LOCK + table.quoted().hashCode()));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return FlywayHistory.create(table);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new FlywayCommands(files, table);
    }
}
