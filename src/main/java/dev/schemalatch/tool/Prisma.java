package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** Prisma Migrate, versions 2 to 7, as its engine behaves since 7.9.1. */
final class Prisma implements MigrationTool {

    /** The key of {@code pg_advisory_lock} that deploy, dev and resolve take. */
    private static final long LOCK = 72707369;

    @Override
    public String name() {
        return "Prisma";
    }

    @Override
    public String layout() {
        return "Prisma: <name>/migration.sql in folders and archives, <name>.sql or <name>__migration.sql as ConfigMap keys";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new PrismaFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return MigrationFiles.of(new PrismaFiles(project.bundle()).migrations());
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), PrismaHistory.TABLE));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("migration_name");
    }

    @Override
    public List<ForeignHistory> foreignHistories() {
        var message = "The database is managed by Prisma 8, whose history is not read. Prisma 7 and older are.";
        return List.of(
                new ForeignHistory(new HistoryTable("prisma_contract", "marker"), message),
                new ForeignHistory(new HistoryTable("prisma_contract", "ledger"), message));
    }

    @Override
    public Query history(HistoryTable table) {
        return PrismaHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return Reading.byId(files, rows.stream().map(PrismaHistory::read).toList());
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(LOCK));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return PrismaHistory.create(table);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new PrismaCommands();
    }
}
