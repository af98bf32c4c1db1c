package dev.schemalatch.check;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Recorded;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.sql.ServerVersion;
import dev.schemalatch.tool.Applied;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.OwnObjects;
import dev.schemalatch.tool.Reading;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one look at the database in question saw, in one snapshot.
 *
 * @param shipped the files, as those of the tool that they and the database are of
 * @param ledger the tool's table
 * @param reading files and rows together, or the reason why the rows could not be read
 * @param uncompared kinds of objects that the database has and no comparison sees, one line each
 * @param blueprint of the live schema; without what depends on what where no scripts are wanted
 * @param roles that exist on the server, for migrations that grant to them
 */
record Observation(
        ServerVersion version,
        String database,
        Shipped shipped,
        Ledger ledger,
        Finding<Reading> reading,
        List<String> uncompared,
        List<String> roles,
        Blueprint blueprint) {

    Observation {
        uncompared = List.copyOf(uncompared);
        roles = List.copyOf(roles);
    }

    /** The files against the tool's history. */
    Finding<History> history() {
        return reading.then(ledger::history);
    }

    /** The files without what this database will never run. */
    Shipped running() {
        return reading.known().map(Reading::shipped).map(shipped::running).orElse(shipped);
    }

    Catalog catalog() {
        return blueprint.catalog();
    }

    HistoryTable historyTable() {
        return ledger.table();
    }

    MigrationTool.Commands commands() {
        return ledger.tool().commands(shipped.files(), historyTable());
    }

    OwnObjects ownObjects() {
        return ledger.tool().ownObjects(historyTable());
    }

    /** What tool and history do not tell. */
    List<String> notes() {
        return Stream.of(
                        shipped.files().notes().stream(),
                        reading.known().map(Reading::notes).orElse(List.of()).stream(),
                        ledger.lockNote().stream())
                .flatMap(lines -> lines)
                .toList();
    }

    CheckReport.Server server() {
        return new CheckReport.Server(version, database, historyTable());
    }

    /** The history's rows as evidence of when what was done. */
    List<Recorded> recorded() {
        var missing = history().known().map(History::missing).orElse(List.of());
        return reading.known().map(Reading::applied).orElse(List.of()).stream()
                .filter(Applied::done)
                .map(row -> new Recorded(row.name(), missing.contains(row.name()), row.age()))
                .toList();
    }
}
