package dev.schemalatch.check;

import dev.schemalatch.drift.Extent;
import dev.schemalatch.drift.Position;
import dev.schemalatch.history.History;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.shadow.Shadows;
import dev.schemalatch.tool.Migration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Plans and proves the SQL for a check. What the database is brought back to is the schema of the migrations that are applied,
 * and of those that are there in full and only have to be recorded.
 */
final class Repairs {

    private static final int KEPT = 50;

    private final Shadows shadows;
    private final Map<String, Plan> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Plan> eldest) {
            return size() > KEPT;
        }
    };

    Repairs(Shadows shadows) {
        this.shadows = shadows;
    }

    /** The scripts; empty where nothing differs that a script could mend. */
    Optional<Plan> plan(
            CheckRequest request, Observation observed, History history, Compared compared, Deadline deadline) {
        if (compared.drift().isEmpty()) {
            return Optional.empty();
        }
        var migrations = migrations(observed, history, compared);
        if (migrations.isEmpty()) {
            return Optional.empty();
        }
        var server = shadows.of(request.shadow(), observed.version().major());
        var preparation = SchemaComparison.preparation(request, observed, deadline);
        var key = ReplayPlan.of(server.description(), preparation, migrations.get())
                        .key()
                + compared.drift().fingerprint();
        var plan = find(key)
                .orElseGet(() -> server.scratch(preparation, scratch -> {
                    migrations.get().forEach(scratch::apply);
                    var scope = Scope.of(
                            request, observed, preparation.schema(), List.of(scratch.catalog()), compared.uncertain());
                    return new Prover(scratch, scope::of, observed.blueprint()).plan();
                }));
        keep(key, plan);
        return Optional.of(plan).filter(found -> !found.isEmpty());
    }

    /** What makes the schema that is wanted; empty where nothing here can make it. */
    private static Optional<List<Migration>> migrations(Observation observed, History history, Compared compared) {
        return switch (compared.yardstick()) {
            case Yardstick.Replay replay ->
                Optional.of(observed.running().migrations().stream()
                        .filter(wanted(history, compared))
                        .filter(migration -> !migration.isCode())
                        .toList());
            case Yardstick.File file -> Optional.of(List.of(file.migration()));
            case Yardstick.Reference reference -> Optional.empty();
            case Yardstick.None none -> Optional.empty();
        };
    }

    /**
     * What is applied or there in full, as far as the schema does not tell that it is not there. Where no history is kept and
     * the schema tells nothing, it is all files: nobody wants a database emptied.
     */
    private static Predicate<Migration> wanted(History history, Compared compared) {
        var position = compared.position();
        if (position.isEmpty()
                && history.applied().isEmpty()
                && history.failed().isEmpty()) {
            return migration -> true;
        }
        var unrecorded = position.map(Position::unrecorded).orElse(List.of());
        var lacking = position.map(Position::lacking).orElse(List.of());
        return migration -> {
            var name = migration.name();
            var open = history.pending().contains(name)
                    || history.failed().stream()
                            .anyMatch(failed -> failed.name().equals(name));
            var there = !open || compared.extents().get(name) == Extent.WHOLE || unrecorded.contains(name);
            return there && !lacking.contains(name);
        };
    }

    private synchronized Optional<Plan> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized void keep(String key, Plan plan) {
        known.put(key, plan);
    }
}
