package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Causes;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.drift.Effect;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.history.History;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.tool.Migration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replays the migrations as far as the history says, compares the result with the live schema, and explains what differs. */
final class SchemaComparison {

    private final Shadows shadows;
    private final Replayer replayer;
    private final ReplayCache<Insight> insights;

    SchemaComparison(Shadows shadows, Replayer replayer, ReplayCache<Insight> insights) {
        this.shadows = shadows;
        this.replayer = replayer;
        this.insights = insights;
    }

    Compared compare(CheckRequest request, Shipped shipped, Observation observed, History history, Deadline deadline) {
        var server = shadows.of(request.shadow(), observed.version().major());
        var plan = plan(request, shipped, observed, history, deadline, server.description());
        var unfinished = !history.failed().isEmpty();
        var replayed =
                replayer.replay(server, plan, expected -> unfinished || differs(request, plan, observed, expected));
        var scope = Scope.of(request, observed, plan.preparation().schema(), replayed.catalogs());
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
                insight.position().map(position -> position.explain(drift)).orElse(drift),
                extents(situated, insight),
                insight.position(),
                replayed.broken(),
                stops(replayed, insight),
                leftOut(scope, observed, replayed));
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

    private static List<String> leftOut(Scope scope, Observation observed, Replayed replayed) {
        return Stream.of(
                        scope.leftOut(observed.catalog()).stream(),
                        observed.uncompared().stream(),
                        replayed.standIns().stream().map(SchemaComparison::standIn))
                .flatMap(Function.identity())
                .toList();
    }

    private static String standIn(String extension) {
        return ("extension %s: the embedded server lacks it; the migrations were replayed with a stand-in that has its types,"
                        + " operator classes and access methods, not what they do")
                .formatted(extension);
    }

    private static boolean differs(CheckRequest request, ReplayPlan plan, Observation observed, Catalog expected) {
        var scope = Scope.of(request, observed, plan.preparation().schema(), List.of(expected));
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
        var rest = Set.copyOf(history.pending());
        Predicate<Migration> open = migration -> rest.contains(migration.name()) || failed.contains(migration.name());
        var preparation = new Preparation(
                defaultSchema(request),
                observed.roles(),
                shipped.tool().createHistory(observed.historyTable()),
                deadline.left());
        return new ReplayPlan(
                server,
                preparation,
                shipped.migrations().stream().filter(open.negate()).toList(),
                shipped.migrations().stream().filter(open).toList(),
                failed);
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
