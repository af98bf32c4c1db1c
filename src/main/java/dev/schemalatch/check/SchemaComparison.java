package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Causes;
import dev.schemalatch.drift.Comparison;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.history.History;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.tool.Migration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replays the migrations as far as the history says, compares the result with the live schema, and explains what differs. */
final class SchemaComparison {

    private final Shadows shadows;
    private final Replayer replayer;

    SchemaComparison(Shadows shadows, Replayer replayer) {
        this.shadows = shadows;
        this.replayer = replayer;
    }

    Compared compare(CheckRequest request, Shipped shipped, Observation observed, History history, Deadline deadline) {
        var server = request.shadow()
                .map(shadows::at)
                .orElseGet(() -> shadows.embedded(observed.version().major()));
        var plan = plan(request, shipped, observed, history, deadline, server.description());
        var unfinished = !history.failed().isEmpty();
        var replayed =
                replayer.replay(server, plan, expected -> unfinished || differs(request, plan, observed, expected));
        var scope =
                Scope.of(request, observed.historyTable(), plan.preparation().schema(), replayed.catalogs());
        var live = scope.of(observed.catalog());
        var steps = replayed.steps().stream().map(step -> step.within(scope)).toList();
        var effects = steps.stream().map(Step::effect).toList();
        var expected = scope.of(replayed.expected());
        var drift = Causes.explain(Comparison.between(expected, live), expected, live, effects, observed.recorded());
        return new Compared(drift, extents(steps, live), replayed.broken(), replayed.stops(), leftOut(scope, observed));
    }

    private static List<String> leftOut(Scope scope, Observation observed) {
        return Stream.concat(scope.leftOut(observed.catalog()).stream(), observed.uncompared().stream())
                .toList();
    }

    private static boolean differs(CheckRequest request, ReplayPlan plan, Observation observed, Catalog expected) {
        var scope =
                Scope.of(request, observed.historyTable(), plan.preparation().schema(), List.of(expected));
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

    private static TreeMap<String, Extent> extents(List<Step> steps, Catalog live) {
        var extents = new TreeMap<String, Extent>();
        for (var step : steps) {
            var extent = step.effect().in(live);
            step.migrations().forEach(migration -> extents.put(migration, extent));
        }
        return extents;
    }
}
