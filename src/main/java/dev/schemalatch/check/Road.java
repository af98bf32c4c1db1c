package dev.schemalatch.check;

import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Remedies;
import dev.schemalatch.remedy.Remedy;
import dev.schemalatch.remedy.Situation;
import dev.schemalatch.shadow.Shadows;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The road, walked once per request: read the files, look at the database, compare the histories, replay in the shadow, compare
 * the schemas, choose remedies, weigh it all.
 */
public final class Road implements Checker, Glancer {

    /** Objects of all cached catalogs together: some hundred MB at the very most. */
    private static final int CACHED_OBJECTS = 300_000;

    private final Observer observer;
    private final SchemaComparison comparison;
    private final Repairs repairs;
    private final Probing probing;
    private final Glances glances;
    private final Preconditions preconditions;
    private final InstantSource clock;

    public Road(Postgres postgres, Shadows shadows, InstantSource clock) {
        this.observer = new Observer(postgres);
        this.comparison = new SchemaComparison(
                postgres, shadows, new Replayer(new ReplayCache<>(CACHED_OBJECTS)), new ReplayCache<>(CACHED_OBJECTS));
        this.repairs = new Repairs(shadows);
        this.probing = new Probing(postgres);
        this.glances = new Glances(postgres);
        this.preconditions = new Preconditions(postgres);
        this.clock = clock;
    }

    @Override
    public Glance glance(CheckRequest request) {
        return glances.glance(request, Deadline.after(clock, request.timeout()));
    }

    @Override
    public CheckReport check(CheckRequest request) {
        var deadline = Deadline.after(clock, request.timeout());
        var files = Finding.of(() -> Delivery.read(request.migrations(), request.choice()));
        var others = Others.read(request);
        var observed = files.then(read -> observer.observe(request, read, deadline));
        var shipped = observed.known()
                .map(Observation::shipped)
                .<Finding<Shipped>>map(Finding.Known::new)
                .orElseGet(() -> files.then(Delivery::alone));
        var history = observed.then(seen -> seen.history().orThrow());
        var compared = history.then(known -> comparison.compare(request, observed.orThrow(), known, deadline));
        var required = unseen(shipped, observed)
                .map(why -> Preconditions.unknown(request, why))
                .orElseGet(() -> preconditions.ask(request, deadline));
        var plan = compared.known()
                .filter(known -> request.planning() != Planning.None)
                .flatMap(known -> planned(Finding.of(() -> plan(request, observed, history, known, deadline))));
        return report(shipped, observed, history, compared, plan)
                .judging(others.against(observed.then(Observation::ledger)))
                .requiring(required);
    }

    /** What kept the database from being looked at, other than the files. */
    private static Optional<Failure> unseen(Finding<Shipped> shipped, Finding<Observation> observed) {
        return shipped.known().flatMap(files -> observed.failure());
    }

    private Optional<Plan> plan(
            CheckRequest request,
            Finding<Observation> observed,
            Finding<History> history,
            Compared compared,
            Deadline deadline) {
        var plan = repairs.plan(request, observed.orThrow(), history.orThrow(), compared, deadline);
        return request.planning() == Planning.Probed
                ? plan.map(known -> probing.probe(known, request.database(), request.name(), deadline))
                : plan;
    }

    private static Optional<Finding<Plan>> planned(Finding<Optional<Plan>> plan) {
        return switch (plan) {
            case Finding.Known<Optional<Plan>>(Optional<Plan> known) -> known.map(Finding.Known::new);
            case Finding.Unknown<Optional<Plan>>(Failure why) -> Optional.of(new Finding.Unknown<>(why));
        };
    }

    private static CheckReport report(
            Finding<Shipped> shipped,
            Finding<Observation> observed,
            Finding<History> history,
            Finding<Compared> compared,
            Optional<Finding<Plan>> plan) {
        var stopped =
                history.then(known -> compared.known().map(c -> c.stops(known)).orElse(known));
        var drift = compared.then(Compared::drift);
        var unsure = compared.known().map(Compared::broken).orElse(List.of());
        return new CheckReport(
                shipped.then(Shipped::told),
                observed.then(Observation::server),
                stopped,
                drift,
                unsure,
                compared.known().map(Compared::notChecked).orElseGet(() -> observed.known()
                        .map(Observation::notes)
                        .orElse(List.of())),
                remedies(observed, stopped, compared, plan.flatMap(Finding::known)),
                plan,
                compared.known().flatMap(Compared::position),
                new TreeMap<>(),
                List.of());
    }

    private static List<Remedy> remedies(
            Finding<Observation> observed, Finding<History> history, Finding<Compared> compared, Optional<Plan> plan) {
        return history.then(known -> Remedies.of(new Situation(
                        known,
                        compared.known().map(Compared::drift).orElse(Drift.none()),
                        compared.known().map(Compared::extents).orElse(new TreeMap<>()),
                        observed.orThrow().commands(),
                        plan,
                        compared.known().flatMap(Compared::position))))
                .known()
                .orElse(List.of());
    }
}
