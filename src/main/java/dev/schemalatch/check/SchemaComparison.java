package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Causes;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.drift.Effect;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.history.History;
import dev.schemalatch.postgres.CatalogReader;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.tool.Migration;
import dev.schemalatch.tool.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replays the migrations as far as the history says, compares the result with the live schema, and explains what differs. Where
 * migrations are programs, another yardstick takes the replay's place.
 */
final class SchemaComparison {

    private final Shadows shadows;
    private final Replayer replayer;
    private final ReplayCache<Insight> insights;
    private final Postgres postgres;

    SchemaComparison(Postgres postgres, Shadows shadows, Replayer replayer, ReplayCache<Insight> insights) {
        this.postgres = postgres;
        this.shadows = shadows;
        this.replayer = replayer;
        this.insights = insights;
    }

    Compared compare(CheckRequest request, Observation observed, History history, Deadline deadline) {
        var shipped = observed.running();
        return switch (Yardstick.of(request, shipped, history)) {
            case Yardstick.Replay replay -> replayed(request, shipped, observed, history, deadline);
            case Yardstick.File file -> against(file, file(request, file, observed, deadline), request, observed);
            case Yardstick.Reference reference ->
                against(reference, reference(reference, request, deadline), request, observed);
            case Yardstick.None none -> Compared.nothing(none, observed.notes());
        };
    }

    private Catalog file(CheckRequest request, Yardstick.File file, Observation observed, Deadline deadline) {
        var server = shadows.of(request.shadow(), observed.version().major());
        // the file itself makes the history, if it has it
        var schema = defaultSchema(request);
        var preparation = new Preparation(schema, List.of(schema), observed.roles(), List.of(), deadline.left());
        return replayer.replay(
                        server,
                        ReplayPlan.of(server.description(), preparation, List.of(file.migration())),
                        expected -> false)
                .expected();
    }

    private Catalog reference(Yardstick.Reference reference, CheckRequest request, Deadline deadline) {
        return postgres.read(
                reference.settings(), "schemalatch/" + request.name(), deadline.left(), session -> new CatalogReader()
                        .read(session));
    }

    /** Nothing but the difference: no migration explains anything here. */
    private static Compared against(Yardstick yardstick, Catalog reached, CheckRequest request, Observation observed) {
        var scope = Scope.of(request, observed, defaultSchema(request), List.of(reached), Set.of());
        var expected = scope.of(reached);
        var live = scope.of(observed.catalog());
        var drift = Causes.explain(Comparison.between(expected, live), expected, live, List.of(), observed.recorded());
        return new Compared(
                yardstick,
                drift,
                Set.of(),
                new TreeMap<>(),
                Optional.empty(),
                List.of(),
                new TreeMap<>(),
                leftOut(scope, observed, List.of()));
    }

    private Compared replayed(
            CheckRequest request, Shipped shipped, Observation observed, History history, Deadline deadline) {
        var server = shadows.of(request.shadow(), observed.version().major());
        var plan = plan(request, shipped, observed, history, deadline, server.description());
        var unfinished = !history.failed().isEmpty();
        var replayed =
                replayer.replay(server, plan, expected -> unfinished || differs(request, plan, observed, expected));
        var scope = Scope.of(request, observed, plan.preparation().schema(), replayed.catalogs(), replayed.uncertain());
        var live = scope.of(observed.catalog());
        var steps = replayed.steps().stream().map(step -> step.within(scope)).toList();
        var expected = scope.of(replayed.expected());
        var situated =
                new Situated(scope, history, replayed, expected, live, steps, Comparison.between(expected, live));
        var insight = insight(plan, situated, () -> new Inquiry(server, plan, shipped, situated, deadline));
        var effects = Stream.of(
                        insight.halves(), steps.stream().map(Step::effect).toList(), insight.edited())
                .flatMap(List::stream)
                .toList();
        var drift = Causes.explain(situated.drift(), expected, live, effects, observed.recorded());
        return new Compared(
                new Yardstick.Replay(),
                insight.position().map(position -> position.explain(drift)).orElse(drift),
                replayed.uncertain(),
                extents(situated, insight),
                insight.position(),
                replayed.broken(),
                stops(replayed, insight),
                leftOut(scope, observed, untold(plan, replayed)));
    }

    /** The same question is asked at each check as long as nobody mends the drift. */
    private Insight insight(ReplayPlan plan, Situated situated, Supplier<Inquiry> inquiry) {
        if (situated.drift().isEmpty()) {
            return Insight.none();
        }
        var key = String.join(
                "/",
                plan.key(),
                situated.scope().toString(),
                situated.history().toString(),
                situated.drift().fingerprint().orElse(""));
        return insights.find(key).orElseGet(() -> {
            var insight = inquiry.get().insight();
            if (insight.whole()) {
                insights.keep(key, insight);
            }
            return insight;
        });
    }

    private static TreeMap<String, String> stops(Replayed replayed, Insight insight) {
        var stops = new TreeMap<>(replayed.stops());
        stops.putAll(insight.stops());
        return stops;
    }

    private static List<String> leftOut(Scope scope, Observation observed, List<String> untold) {
        return Stream.of(
                        observed.notes().stream(),
                        scope.leftOut(observed.catalog()).stream(),
                        observed.uncompared().stream(),
                        untold.stream())
                .flatMap(Function.identity())
                .toList();
    }

    private static List<String> untold(ReplayPlan plan, Replayed replayed) {
        var standIns = replayed.standIns().stream().map(SchemaComparison::standIn);
        var outdated = plan.outdated().stream()
                .sorted()
                .map(
                        "%s: ran with other content than its file has now; what it makes is compared once it ran again"
                                ::formatted);
        var programs = plan.rest().stream()
                .filter(Migration::isCode)
                .limit(1)
                .map(migration -> "%s: a program, which is not run; what it and what comes after it do is not told"
                        .formatted(migration.name()));
        return Stream.of(standIns, outdated, programs)
                .flatMap(Function.identity())
                .toList();
    }

    private static String standIn(String extension) {
        return ("extension %s: the embedded server lacks it; the migrations were replayed with a stand-in that has its"
                        + " types, operator classes and access methods, not what they do")
                .formatted(extension);
    }

    private static boolean differs(CheckRequest request, ReplayPlan plan, Observation observed, Catalog expected) {
        var scope = Scope.of(request, observed, plan.preparation().schema(), List.of(expected), Set.of());
        return !Comparison.between(scope.of(expected), scope.of(observed.catalog()))
                .isEmpty();
    }

    private static ReplayPlan plan(
            CheckRequest request,
            Shipped shipped,
            Observation observed,
            History history,
            Deadline deadline,
            String server) {
        var failed = history.failed().stream().map(History.Failed::name).collect(Collectors.toUnmodifiableSet());
        var outdated = observed.reading().known().map(Reading::outdated).orElse(Set.of());
        var rest = Set.copyOf(history.pending());
        Predicate<Migration> open = migration -> failed.contains(migration.name())
                || rest.contains(migration.name()) && !outdated.contains(migration.name());
        return new ReplayPlan(
                server,
                preparation(request, observed, deadline),
                shipped.migrations().stream().filter(open.negate()).toList(),
                outdated,
                shipped.migrations().stream().filter(open).toList(),
                failed);
    }

    static Preparation preparation(CheckRequest request, Observation observed, Deadline deadline) {
        var schema = defaultSchema(request);
        var tool = observed.ledger().tool();
        return new Preparation(
                schema, tool.searchPath(schema), observed.roles(), history(request, observed), deadline.left());
    }

    /** A schema that only the tool would make, and has not made yet, is not to be missed. */
    private static List<String> history(CheckRequest request, Observation observed) {
        var table = observed.historyTable();
        var elsewhere = !table.schema().equals(defaultSchema(request));
        var absent = observed.ledger().entries().known().stream().anyMatch(Ledger.Entries.NoTable.class::isInstance);
        return elsewhere && absent ? List.of() : observed.ledger().tool().createHistory(table);
    }

    /** The schema that unqualified names of the migrations land in. */
    static String defaultSchema(CheckRequest request) {
        return request.database()
                .schema()
                .or(() -> request.schemas().stream().findFirst())
                .orElse("public");
    }

    private static TreeMap<String, Extent> extents(Situated situated, Insight insight) {
        var extents = new TreeMap<String, Extent>();
        var steps = situated.steps();
        var found = Effect.extents(steps.stream().map(Step::effect).toList(), situated.live());
        for (var i = 0; i < found.size(); i++) {
            for (var migration : steps.get(i).migrations()) {
                extents.put(migration, found.get(i));
            }
        }
        extents.putAll(insight.extents());
        insight.position().ifPresent(position -> position.unrecorded().stream()
                .filter(name -> position.exact() || extents.get(name) == Extent.UNSEEN)
                .forEach(name -> extents.put(name, Extent.WHOLE)));
        return extents;
    }
}
