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
 * @param history known, or the reason why the tool's table could not be read
 * @param rows of the history table; empty where there is none
 * @param uncompared kinds of objects that the database has and no comparison sees, one line each
 * @param blueprint of the live schema; without what depends on what where no scripts are wanted
 * @param roles that exist on the server, for migrations that grant to them
 */
record Observation(
        ServerVersion version,
        String database,
        HistoryTable historyTable,
        Finding<History> history,
        List<Applied> rows,
        List<String> uncompared,
        List<String> roles,
        Blueprint blueprint) {

    Observation {
        rows = List.copyOf(rows);
        uncompared = List.copyOf(uncompared);
        roles = List.copyOf(roles);
    }

    Catalog catalog() {
        return blueprint.catalog();
    }

    CheckReport.Server server() {
        return new CheckReport.Server(version, database, historyTable);
    }

    /** The history's rows as evidence of when what was done. */
    List<Recorded> recorded() {
        var missing = history.known().map(History::missing).orElse(List.of());
        return rows.stream()
                .filter(Applied::done)
                .map(row -> new Recorded(row.name(), missing.contains(row.name()), row.age()))
                .toList();
    }
}
