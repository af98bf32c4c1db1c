package dev.schemalatch.check;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Dependencies;
import dev.schemalatch.catalog.kind.Uncompared;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.DatabaseFacts;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Session;
import java.util.List;

/** Looks at the database in question, once, in one read-only snapshot. */
final class Observer {

    private final Postgres postgres;

    Observer(Postgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Looks.
     *
     * @throws dev.schemalatch.failure.FailedException where the database cannot be looked at, or where files and database are not
     *     of one tool
     */
    Observation observe(CheckRequest request, Delivery files, Deadline deadline) {
        return postgres.read(request.database(), "schemalatch/" + request.name(), deadline.left(), session -> new Look(
                        session, request, files)
                .observation());
    }

    /** One session's questions, in an order that asks for nothing the role may not have. */
    private static final class Look {

        private final Session session;
        private final CheckRequest request;
        private final Delivery files;

        Look(Session session, CheckRequest request, Delivery files) {
            this.session = session;
            this.request = request;
            this.files = files;
        }

        Observation observation() {
            var reader = new LedgerReader(session, request, List.of(files.project()));
            var shipped = reader.settle(files);
            var ledger = reader.ledger(shipped.tool());
            return new Observation(
                    session.version(),
                    request.database().database(),
                    shipped,
                    ledger,
                    Finding.of(() -> ledger.reading(shipped)),
                    Uncompared.lines(session.rows(Uncompared.query())),
                    new DatabaseFacts(session).roles(),
                    blueprint());
        }

        private Blueprint blueprint() {
            return request.planning() == Planning.None
                    ? new Blueprint(new CatalogReader().read(session), Dependencies.none())
                    : new CatalogReader().blueprint(session);
        }
    }
}
