package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.DatabaseFacts;
import dev.schemalatch.postgres.DatabaseFacts.TableAccess;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.MigrationTool;

/** Reads a tool's history table in a session, and asks for nothing that the role may not have. */
final class LedgerReader {

    private final Session session;
    private final DatabaseFacts facts;
    private final CheckRequest request;
    private final MigrationTool tool;
    private final HistoryTable table;

    LedgerReader(Session session, CheckRequest request, MigrationTool tool) {
        this.session = session;
        this.facts = new DatabaseFacts(session);
        this.request = request;
        this.tool = tool;
        this.table = request.historyTable()
                .orElseGet(() -> tool.historyTable(request.database().schema()));
    }

    /** A query that fails ends the transaction, so that its failure is thrown, not kept. */
    Ledger ledger() {
        var access = facts.table(table.schema(), table.name());
        return new Ledger(
                tool,
                table,
                access == TableAccess.READABLE
                        ? new Finding.Known<>(rows())
                        : Finding.of(() -> access == TableAccess.ABSENT ? noTable() : denied()));
    }

    private Ledger.Entries rows() {
        var rows = session.rows(tool.history(table)).stream().map(tool::applied).toList();
        return new Ledger.Entries.Rows(
                rows, tool.advisoryLock().map(facts::advisoryLockHeld).orElse(false));
    }

    private Ledger.Entries noTable() {
        tool.foreignHistories().stream()
                .filter(foreign ->
                        facts.table(foreign.table().schema(), foreign.table().name()) != TableAccess.ABSENT)
                .findFirst()
                .ifPresent(foreign -> {
                    throw FailedException.of(Reason.ToolUnsupported, foreign.message());
                });
        return new Ledger.Entries.NoTable(facts.ordinaryTables(table.schema()).isEmpty());
    }

    private Ledger.Entries denied() {
        throw FailedException.of(
                Reason.PermissionDenied,
                "The role of %s may not read the history table %s: GRANT USAGE on its schema and SELECT on it."
                        .formatted(request.database().origin(), table));
    }
}
