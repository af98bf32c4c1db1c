package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/**
 * Liquibase, whose checksums are those since 3.5. What is written as SQL is replayed; change types of XML, YAML and JSON only its own
 * library turns into SQL, which is not let near strangers' files ({@code docs/tools.md}).
 */
final class Liquibase implements MigrationTool {

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public String layout() {
        return "Liquibase: files that begin with --liquibase formatted sql, or a databaseChangeLog in XML, YAML or JSON";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new LiquibaseRoot(bundle).changelogs().isEmpty() ? Claim.NONE : Claim.CERTAIN;
    }

    @Override
    public MigrationFiles files(Project project) {
        return new LiquibaseFiles(project).files();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), LiquibaseHistory.TABLE));
    }

    @Override
    public boolean keeps(TableShape table) {
        return LiquibaseHistory.keeps(table);
    }

    @Override
    public Query history(HistoryTable table) {
        return LiquibaseHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return LiquibaseReading.of(files, rows);
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.InTable(
                LiquibaseHistory.lock(table),
                LiquibaseHistory.held(table),
                new LiquibaseCommands(table).releaseLocks()));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return LiquibaseHistory.create(table);
    }

    /** Who gives the table another name mostly gives the table of the lock one that begins so. */
    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.beside(table, LiquibaseHistory.LOCK_TABLE, table.name() + "lock", table.name() + "_lock");
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new LiquibaseCommands(table);
    }
}
