package dev.schemalatch.check;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Dependencies;
import dev.schemalatch.catalog.kind.Uncompared;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.DatabaseFacts;
import dev.schemalatch.postgres.DatabaseFacts.TableAccess;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.tool.Applied;
import dev.schemalatch.tool.HistoryTable;
import java.util.List;

/** Looks at the database in question, once, in one read-only snapshot. */
final class Observer {

    private final Postgres postgres;

    Observer(Postgres postgres) {
        this.postgres = postgres;
    }

    Observation observe(CheckRequest request, Shipped shipped, Deadline deadline) {
        return postgres.read(request.database(), "schemalatch/" + request.name(), deadline.left(), session -> new Look(
                        session, request, shipped)
                .observation());
    }

    /** One session's questions, in an order that asks for nothing the role may not have. */
    private static final class Look {

        private final Session session;
        private final DatabaseFacts facts;
        private final CheckRequest request;
        private final Shipped shipped;
        private final HistoryTable table;

        Look(Session session, CheckRequest request, Shipped shipped) {
            this.session = session;
            this.facts = new DatabaseFacts(session);
            this.request = request;
            this.shipped = shipped;
            this.table = request.historyTable().orElseGet(() -> shipped.tool()
                    .historyTable(request.database().schema()));
        }

        Observation observation() {
            var access = facts.table(table.schema(), table.name());
            var rows = access == TableAccess.READABLE ? rows() : List.<Applied>of();
            return new Observation(
                    session.version(),
                    request.database().database(),
                    table,
                    Finding.of(() -> history(access, rows)),
                    rows,
                    Uncompared.lines(session.rows(Uncompared.query())),
                    facts.roles(),
                    blueprint());
        }

        private Blueprint blueprint() {
            return request.planning() == Planning.None
                    ? new Blueprint(new CatalogReader().read(session), Dependencies.none())
                    : new CatalogReader().blueprint(session);
        }

        private List<Applied> rows() {
            return session.rows(shipped.tool().history(table)).stream()
                    .map(shipped.tool()::applied)
                    .toList();
        }

        private History history(TableAccess access, List<Applied> rows) {
            return switch (access) {
                case READABLE -> History.compare(shipped.tool(), shipped.migrations(), rows, migrating());
                case ABSENT -> withoutTable();
                case UNREADABLE ->
                    throw FailedException.of(
                            Reason.PermissionDenied,
                            "The role of %s may not read the history table %s: GRANT USAGE on its schema and SELECT on it."
                                    .formatted(request.database().origin(), table));
            };
        }

        private boolean migrating() {
            return shipped.tool().advisoryLock().map(facts::advisoryLockHeld).orElse(false);
        }

        private History withoutTable() {
            shipped.tool().foreignHistories().stream()
                    .filter(foreign -> facts.table(
                                    foreign.table().schema(), foreign.table().name())
                            != TableAccess.ABSENT)
                    .findFirst()
                    .ifPresent(foreign -> {
                        throw FailedException.of(Reason.ToolUnsupported, foreign.message());
                    });
            return History.withoutTable(
                    shipped.migrations(), facts.ordinaryTables(table.schema()).isEmpty());
        }
    }
}
