package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.kind.Uncompared;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.sql.ServerVersion;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Compares two databases as they are, without history or shadow. */
public final class TwoDatabases implements Differ {

    private static final String NAME = "schemalatch/diff";

    private final Postgres postgres;
    private final InstantSource clock;

    public TwoDatabases(Postgres postgres, InstantSource clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    private record Read(ServerVersion version, String database, Catalog catalog, List<String> uncompared) {
        DiffReport.Side side() {
            return new DiffReport.Side(version, database);
        }
    }

    @Override
    public DiffReport diff(DiffRequest request) {
        var deadline = Deadline.after(clock, request.timeout());
        var expected = Finding.of(() -> read(request.expected(), deadline));
        var actual = Finding.of(() -> read(request.actual(), deadline));
        var drift = expected.then(right -> Comparison.between(
                retain(request, right.catalog()),
                retain(request, actual.orThrow().catalog())));
        return new DiffReport(expected.then(Read::side), actual.then(Read::side), drift, notChecked(expected, actual));
    }

    /** What either has; the lines count, so both are told where they differ. */
    private static List<String> notChecked(Finding<Read> expected, Finding<Read> actual) {
        return Stream.of(expected, actual)
                .flatMap(side -> side.known().stream())
                .flatMap(read -> read.uncompared().stream())
                .distinct()
                .toList();
    }

    private Read read(ConnectionSettings settings, Deadline deadline) {
        return postgres.read(
                settings,
                NAME,
                deadline.left(),
                session -> new Read(
                        session.version(),
                        settings.database(),
                        new CatalogReader().read(session),
                        Uncompared.lines(session.rows(Uncompared.query()))));
    }

    private static Catalog retain(DiffRequest request, Catalog catalog) {
        return catalog.retain(object -> (request.schemas().isEmpty()
                        || object.schema().map(request.schemas()::contains).orElse(true))
                && request.ignore().stream().noneMatch(rule -> rule.covers(object.key())));
    }
}
