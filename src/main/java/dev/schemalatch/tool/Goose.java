package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** goose, version 3, its command as well as its provider. */
final class Goose implements MigrationTool {

    /** As {@code DefaultTablename} in {@code database/store.go}. */
    private static final String TABLE = "goose_db_version";

    /** The table of {@code lock.NewPostgresTableLocker}, for programs that use it. */
    private static final String LOCK_TABLE = "goose_lock";

    /** The key of {@code lock.NewPostgresSessionLocker}, {@code DefaultLockID}; only programs that ask for it take the lock. */
    private static final long LOCK = 4097083626L;

    @Override
    public String name() {
        return "Goose";
    }

    @Override
    public String layout() {
        return "Goose: <version>_<name>.sql with lines '-- +goose Up'";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new GooseFiles(bundle).annotated().candidates().isEmpty() ? Claim.NONE : Claim.CERTAIN;
    }

    @Override
    public MigrationFiles files(Project project) {
        return new GooseFiles(project.bundle()).read(project.options().placeholders());
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), TABLE));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.is("version_id", "bigint") && table.is("is_applied", "boolean");
    }

    @Override
    public Query history(HistoryTable table) {
        return GooseHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return new GooseHistory(rows).read(files);
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(LOCK));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return GooseHistory.create(table);
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.beside(table, LOCK_TABLE);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new GooseCommands(files, table);
    }
}
