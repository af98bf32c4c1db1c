package dev.schemalatch.check;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Recorded;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.tool.Applied;
import dev.schemalatch.tool.HistoryTable;
import java.util.List;

/**
 * What one look at the database in question saw, in one snapshot.
 *
 * @param ledger the tool's table
 * @param history the files against it, or the reason why it could not be read
 * @param uncompared kinds of objects that the database has and no comparison sees, one line each
 * @param blueprint of the live schema; without what depends on what where no scripts are wanted
 * @param roles that exist on the server, for migrations that grant to them
 */
record Observation(
        ServerVersion version,
        String database,
        Ledger ledger,
        Finding<History> history,
        List<String> uncompared,
        List<String> roles,
        Blueprint blueprint) {

    Observation {
        uncompared = List.copyOf(uncompared);
        roles = List.copyOf(roles);
    }

    Catalog catalog() {
        return blueprint.catalog();
    }

    HistoryTable historyTable() {
        return ledger.table();
    }

    CheckReport.Server server() {
        return new CheckReport.Server(version, database, historyTable());
    }

    /** The history's rows as evidence of when what was done. */
    List<Recorded> recorded() {
        var missing = history.known().map(History::missing).orElse(List.of());
        return ledger.rows().stream()
                .filter(Applied::done)
                .map(row -> new Recorded(row.name(), missing.contains(row.name()), row.age()))
                .toList();
    }
}
