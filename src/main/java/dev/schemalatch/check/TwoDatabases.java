package dev.schemalatch.check;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.Dependencies;
import dev.schemalatch.catalog.kind.Uncompared;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.DatabaseFacts;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.sql.ServerVersion;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares two databases as they are, without history; a shadow serves only to prove scripts. */
public final class TwoDatabases implements Differ {

    private static final String NAME = "schemalatch/diff";

    private final Postgres postgres;
    private final Probing probing;
    private final Copies copies;
    private final InstantSource clock;

    public TwoDatabases(Postgres postgres, Shadows shadows, InstantSource clock) {
        this.postgres = postgres;
        this.probing = new Probing(postgres);
        this.copies = new Copies(shadows);
        this.clock = clock;
    }

    private record Read(
            ServerVersion version, String database, Blueprint blueprint, List<String> roles, List<String> uncompared) {

        Catalog catalog() {
            return blueprint.catalog();
        }

        DiffReport.Side side() {
            return new DiffReport.Side(version, database);
        }
    }

    @Override
    public DiffReport diff(DiffRequest request) {
        var deadline = Deadline.after(clock, request.timeout());
        var expected = Finding.of(() -> read(request, request.expected(), deadline));
        var actual = Finding.of(() -> read(request, request.actual(), deadline));
        var drift = expected.then(right -> Comparison.between(
                retain(request, right.catalog()),
                retain(request, actual.orThrow().catalog())));
        var plan = drift.known()
                .filter(known -> request.planning() != Planning.None && !known.isEmpty())
                .map(known -> Finding.of(() -> plan(request, expected.orThrow(), actual.orThrow(), deadline)));
        return new DiffReport(
                expected.then(Read::side), actual.then(Read::side), drift, notChecked(request, expected, actual), plan);
    }

    private Plan plan(DiffRequest request, Read expected, Read actual, Deadline deadline) {
        var roles = Stream.concat(expected.roles().stream(), actual.roles().stream())
                .distinct()
                .toList();
        var compared = new HashSet<>(request.compare());
        if (Rights.owners(expected.catalog(), actual.catalog()).size() < 2) {
            compared.remove(Compare.Owners);
        }
        var plan = copies.plan(
                actual.version().major(),
                expected.blueprint(),
                actual.blueprint(),
                catalog -> retain(request, compared, catalog),
                roles,
                deadline);
        return request.planning() == Planning.Probed ? probing.probe(plan, request.actual(), "diff", deadline) : plan;
    }

    /** What either has; the lines count, so both are told where they differ. */
    private static List<String> notChecked(DiffRequest request, Finding<Read> expected, Finding<Read> actual) {
        var lines = Stream.of(expected, actual)
                .flatMap(side -> side.known().stream())
                .flatMap(read -> read.uncompared().stream());
        return Stream.concat(lines, Compare.leftAside(request.compare()).stream())
                .distinct()
                .toList();
    }

    private static Blueprint blueprint(DiffRequest request, Session session) {
        return request.planning() == Planning.None
                ? new Blueprint(new CatalogReader().read(session), Dependencies.none())
                : new CatalogReader().blueprint(session);
    }

    private Read read(DiffRequest request, ConnectionSettings settings, Deadline deadline) {
        return postgres.read(
                settings,
                NAME,
                deadline.left(),
                session -> new Read(
                        session.version(),
                        settings.database(),
                        blueprint(request, session),
                        new DatabaseFacts(session).roles(),
                        Uncompared.lines(session.rows(Uncompared.query()))));
    }

    private static Catalog retain(DiffRequest request, Catalog catalog) {
        return retain(request, request.compare(), catalog);
    }

    private static Catalog retain(DiffRequest request, Set<Compare> compared, Catalog catalog) {
        return Rights.of(compared)
                .of(catalog, Optional.empty())
                .retain(object -> (request.schemas().isEmpty()
                                || object.schema()
                                        .map(request.schemas()::contains)
                                        .orElse(true))
                        && request.ignore().stream().noneMatch(rule -> rule.covers(object.key())));
    }
}
