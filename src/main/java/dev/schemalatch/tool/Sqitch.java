package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** Sqitch, with registries of its version 0.9 and later. */
final class Sqitch implements MigrationTool {

    private static final String REGISTRY = "sqitch";
    private static final String CHANGES = "changes";

    /** The key of {@code pg_advisory_lock} that deploy and revert take ({@code App::Sqitch::Engine::pg}). */
    private static final long LOCK = 75474063;

    @Override
    public String name() {
        return "Sqitch";
    }

    @Override
    public String layout() {
        return "Sqitch: sqitch.conf and sqitch.plan, with scripts in deploy/";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return SqitchFiles.any(bundle) ? Claim.CERTAIN : Claim.NONE;
    }

    @Override
    public MigrationFiles files(Project project) {
        var files = SqitchFiles.of(project.bundle());
        return MigrationFiles.of(files.migrations(files.plan()));
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(REGISTRY, CHANGES));
    }

    @Override
    public Optional<HistoryTable> configuredTable(Project project) {
        return SqitchFiles.registry(project.bundle()).map(schema -> new HistoryTable(schema, CHANGES));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("change_id", "change", "project", "committed_at");
    }

    @Override
    public Query history(HistoryTable table) {
        return SqitchHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return new SqitchHistory(files, rows).read();
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(LOCK));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return SqitchRegistry.create(table);
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return SqitchRegistry.own(table);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqitchCommands();
    }

    /** Sqitch's commands as they are typed in a project. */
    private record SqitchCommands() implements Commands {

        @Override
        public String deploy() {
            return "sqitch deploy";
        }

        @Override
        public Optional<String> markApplied(String migration) {
            return Optional.of("sqitch deploy --log-only --to-change" + ShellWord.argument(migration));
        }

        /** A change that failed is not deployed: the next deploy runs it. */
        @Override
        public Optional<String> markRolledBack(String migration) {
            return Optional.empty();
        }
    }
}
