package dev.schemalatch.check;

import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Effect;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.drift.Ladder;
import dev.schemalatch.drift.Ladder.Rung;
import dev.schemalatch.drift.Position;
import dev.schemalatch.drift.Stand;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.history.History;
import dev.schemalatch.history.History.Failed;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.shadow.ShadowServer;
import dev.schemalatch.tool.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks closer at a schema that has drifted: how far failed migrations came, what edited ones make now, and where in the files
 * the database stands. Each is a replay of its own, only done where the drift asks for it.
 */
final class Inquiry {

    /** Edited migrations that are looked at; more than these were not edited but rewritten. */
    private static final int EDITED = 20;

    private final ShadowServer server;
    private final ReplayPlan plan;
    private final Shipped shipped;
    private final Situated situated;
    private final Supplier<Preparation> preparation;
    private final TreeMap<String, Extent> extents = new TreeMap<>();
    private final TreeMap<String, String> stops = new TreeMap<>();
    private final ArrayList<Effect> halves = new ArrayList<>();

    Inquiry(ShadowServer server, ReplayPlan plan, Shipped shipped, Situated situated, Deadline deadline) {
        this.server = server;
        this.plan = plan;
        this.shipped = shipped;
        this.situated = situated;
        this.preparation = () -> plan.preparation().within(deadline.left());
    }

    /** What can be told; less where the shadow does not go along, since the drift itself is known already. */
    Insight insight() {
        var history = situated.history();
        if (situated.drift().isEmpty()
                || history.failed().stream().anyMatch(failed -> failed.state() == Failed.State.RUNNING)) {
            return Insight.none();
        }
        try {
            plan.rest().stream()
                    .filter(migration -> plan.failed().contains(migration.name()))
                    .filter(migration -> migration.script().isPresent())
                    .forEach(this::halfway);
            var ladder = ladder();
            return new Insight(halves, edited(ladder), position(ladder), extents, stops, true);
        } catch (FailedException shadow) {
            return new Insight(halves, List.of(), Optional.empty(), extents, stops, false);
        }
    }

    private void halfway(Migration migration) {
        var earlier = Stream.concat(
                        plan.applied().stream(), plan.rest().stream().takeWhile(other -> !other.equals(migration)))
                .toList();
        new Halfway(server, preparation, earlier, plan.failed(), situated.scope()::of)
                .of(migration, situated.live())
                .ifPresent(stand -> halfway(migration.name(), stand));
    }

    private void halfway(String name, Stand stand) {
        halves.addAll(stand.effects(name));
        var extent = stand.effect(name).in(situated.live());
        var attempt = situated.steps().stream()
                .filter(step -> step.migrations().equals(List.of(name)))
                .map(Step::effect)
                .findFirst();
        if (attempt.map(effect -> effect.in(situated.live())).orElse(Extent.UNSEEN) == Extent.UNSEEN) {
            extents.put(name, extent == Extent.WHOLE && stand.refused().isPresent() ? Extent.PARTLY : extent);
        }
        var asReplayed = situated.replayed().stops().containsKey(name)
                && attempt.filter(effect -> stand.alike(effect.after(), situated.live()))
                        .isPresent();
        if (!asReplayed) {
            stand.stoppedAt(situated.live()).ifPresent(at -> stops.put(name, at));
        }
    }

    private Ladder ladder() {
        var known = onTop();
        var exact = known.nearest(situated.live())
                .filter(nearest -> nearest.weight() == 0)
                .isPresent();
        var wanted = new TreeSet<Integer>();
        editedFiles().forEach(file -> wanted.addAll(List.of(file - 1, file)));
        return exact && wanted.isEmpty()
                ? known
                : new Climb(server, preparation, shipped.migrations(), plan.failed(), situated.scope()::of)
                        .towards(situated.live(), known, wanted);
    }

    /** What the replay has already shown, where it went in the files' own order. */
    private Ladder onTop() {
        var files = shipped.migrations();
        var done = plan.applied().size();
        var rungs = new ArrayList<Rung>();
        if (files.subList(0, done).equals(plan.applied()) && plan.failed().isEmpty()) {
            rungs.add(new Rung(done, situated.expected()));
            for (var step : situated.steps()) {
                done += step.migrations().size();
                rungs.add(new Rung(done, step.effect().after()));
            }
        }
        var broken = !situated.replayed().broken().isEmpty();
        var gaps = situated.steps().stream().anyMatch(step -> step.migrations().size() > 1);
        return new Ladder(broken || gaps ? rungs.subList(0, Math.min(1, rungs.size())) : rungs);
    }

    /** Numbers of the edited files, from 1. */
    private List<Integer> editedFiles() {
        var names = situated.history().shipped();
        return situated.history().edited().stream()
                .map(name -> names.indexOf(name) + 1)
                .filter(file -> file > 0)
                .limit(EDITED)
                .toList();
    }

    private List<Effect> edited(Ladder ladder) {
        return editedFiles().stream()
                .flatMap(file -> ladder
                        .schema(file - 1)
                        .flatMap(before -> ladder.schema(file)
                                .map(after -> new Effect(
                                        Cause.Kind.EditedMigration,
                                        situated.history().shipped().get(file - 1),
                                        before,
                                        after)))
                        .stream())
                .toList();
    }

    /** Half of a failed migration is told as that, and is no position. */
    private Optional<Position> position(Ladder ladder) {
        var history = situated.history();
        return ladder.nearest(situated.live())
                .flatMap(nearest -> Position.find(
                        history.shipped(), applied(history), ladder, nearest, Ladder.weight(situated.drift())))
                .filter(position -> position.unrecorded().stream().noneMatch(name -> halfDone(name, position)));
    }

    private boolean halfDone(String name, Position position) {
        return plan.failed().contains(name)
                && (!position.exact() || situated.replayed().stops().containsKey(name));
    }

    /** What the expected schema is made of. */
    private Set<String> applied(History history) {
        var done = plan.applied().stream().map(Migration::name).collect(Collectors.toSet());
        return history.shipped().stream().filter(done::contains).collect(Collectors.toSet());
    }
}
