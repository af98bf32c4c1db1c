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
    public boolean recognizes(Bundle bundle) {
        return new PrismaFiles(bundle).recognized();
    }

    @Override
    public List<Migration> migrations(Bundle bundle) {
        return new PrismaFiles(bundle).migrations();
    }

    @Override
    public HistoryTable historyTable(Optional<String> connectionSchema) {
        return new HistoryTable(connectionSchema.orElse("public"), PrismaHistory.TABLE);
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
    public Applied applied(Row row) {
        return PrismaHistory.read(row);
    }

    @Override
    public boolean unchanged(Applied applied, Migration migration) {
        if (migration.sql().isEmpty()) {
            return false;
        }
        return applied.checksum()
                .map(stored -> PrismaChecksum.matches(migration.sql().get(), stored))
                .orElse(true);
    }

    @Override
    public Optional<Long> advisoryLock() {
        return Optional.of(LOCK);
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return PrismaHistory.create(table);
    }

    @Override
    public Commands commands() {
        return new PrismaCommands();
    }
}
