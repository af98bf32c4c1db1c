package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.DatabaseFacts;
import dev.schemalatch.postgres.DatabaseFacts.TableAccess;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Lock;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Project;
import java.util.List;
import java.util.Optional;

/** Finds and reads a tool's history table in a session, and asks for nothing that the role may not have. */
final class LedgerReader {

    private final Session session;
    private final DatabaseFacts facts;
    private final CheckRequest request;
    private final HistoryPlaces places;

    /** @param projects whose configuration may say where the history is */
    LedgerReader(Session session, CheckRequest request, List<Project> projects) {
        this.session = session;
        this.facts = new DatabaseFacts(session);
        this.request = request;
        this.places = HistoryPlaces.look(facts, request, projects);
    }

    /**
     * The files as those of the one tool that both they and the database are of.
     *
     * @throws FailedException where that leaves more than one tool, or none
     */
    Shipped settle(Delivery files) {
        return files.settled(places.keeping());
    }

    /** A query that fails ends the transaction, so that its failure is thrown, not kept. */
    Ledger ledger(MigrationTool tool) {
        return switch (Finding.of(() -> places.of(tool))) {
            case Finding.Known<HistoryTable>(HistoryTable table) -> new Ledger(tool, table, entries(tool, table));
            case Finding.Unknown<HistoryTable>(Failure why) ->
                new Ledger(tool, places.likeliest(tool), new Finding.Unknown<>(why));
        };
    }

    private Finding<Ledger.Entries> entries(MigrationTool tool, HistoryTable table) {
        var access = facts.table(table.schema(), table.name());
        return access == TableAccess.READABLE
                ? new Finding.Known<>(rows(tool, table))
                : Finding.of(() -> access == TableAccess.ABSENT ? noTable(tool) : denied(table));
    }

    private Ledger.Entries rows(MigrationTool tool, HistoryTable table) {
        return new Ledger.Entries.Rows(
                session.rows(tool.history(table)),
                tool.lock(table, request.database().database()).flatMap(this::held));
    }

    private Optional<Ledger.Held> held(Lock lock) {
        return switch (lock) {
            case Lock.Advisory(long key) ->
                facts.advisoryLockHeld(key) ? Optional.of(new Ledger.Held(Optional.empty())) : Optional.empty();
            case Lock.InTable row ->
                facts.table(row.table().schema(), row.table().name()) == TableAccess.READABLE
                        ? session.rows(row.held()).stream()
                                .findFirst()
                                .map(found -> new Ledger.Held(Optional.of(Ledger.Held.note(row, found))))
                        : Optional.empty();
        };
    }

    private Ledger.Entries noTable(MigrationTool tool) {
        tool.foreignHistories().stream()
                .filter(foreign ->
                        facts.table(foreign.table().schema(), foreign.table().name()) != TableAccess.ABSENT)
                .findFirst()
                .ifPresent(foreign -> {
                    throw FailedException.of(Reason.ToolUnsupported, foreign.message());
                });
        return new Ledger.Entries.NoTable(facts.ordinaryTables(schema()).isEmpty());
    }

    /** The schema that migrations work in: tools may keep their history in another. */
    private String schema() {
        return request.database()
                .schema()
                .orElse(request.historyTable().map(HistoryTable::schema).orElse("public"));
    }

    private Ledger.Entries denied(HistoryTable table) {
        throw FailedException.of(
                Reason.PermissionDenied,
                "The role of %s may not read the history table %s: GRANT USAGE on its schema and SELECT on it."
                        .formatted(request.database().origin(), table));
    }
}
