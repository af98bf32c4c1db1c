package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Stand;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.shadow.ReplayException;
import dev.schemalatch.shadow.Scratch;
import dev.schemalatch.shadow.ShadowServer;
import dev.schemalatch.shadow.Stepped;
import dev.schemalatch.tool.Migration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sends a migration that failed on the database statement by statement, and looks in between: after each statement where they
 * are few, else in strides that get shorter around the place where the database stands.
 *
 * @param preparation made anew for each replay: time goes by
 * @param before what is replayed first, as the tool sends it
 * @param failed names among those that may fail
 */
record Halfway(
        ShadowServer server,
        Supplier<Preparation> preparation,
        List<Migration> before,
        Set<String> failed,
        UnaryOperator<Catalog> scope) {

    private static final int LOOKS = 40;
    private static final int ROUNDS = 3;

    /** How the file goes; empty where what comes before it does not replay. */
    Optional<Stand> of(Migration migration, Catalog live) {
        var stand = stand(migration, (sent, of) -> sent % Math.ceilDiv(of, LOOKS) == 0);
        for (var round = 1; round < ROUNDS && stand.isPresent(); round++) {
            var known = stand.get();
            var gap = known.gap(live).filter(between -> unseen(known, between) > 0);
            if (gap.isEmpty()) {
                return stand;
            }
            var stride = Math.ceilDiv(unseen(known, gap.get()), LOOKS);
            var closer = stand(
                    migration,
                    (sent, of) -> sent > gap.get().from()
                            && sent < gap.get().to()
                            && (sent - gap.get().from()) % stride == 0);
            if (closer.isEmpty() || closer.get().looks().size() <= 1) {
                return stand;
            }
            stand = Optional.of(merged(known, closer.get()));
        }
        return stand;
    }

    /** Statements whose end was not looked at, though others around it were. */
    private static int unseen(Stand stand, Stand.Gap gap) {
        var seen = stand.looks().stream()
                .filter(look -> gap.from() < look.sent() && look.sent() < gap.to())
                .count();
        return stand.statements() <= LOOKS ? 0 : (int) Math.max(0, gap.to() - gap.from() - 1 - seen);
    }

    private static Stand merged(Stand one, Stand other) {
        var looks = new ArrayList<>(one.looks());
        other.looks().stream()
                .filter(look -> one.looks().stream().noneMatch(seen -> seen.sent() == look.sent()))
                .forEach(looks::add);
        looks.sort(Comparator.comparingInt(Stand.Look::sent));
        return new Stand(one.before(), looks, one.statements(), one.refused());
    }

    private Optional<Stand> stand(Migration migration, Stepped.When look) {
        return server.scratch(preparation.get(), scratch -> {
            if (!before.stream().allMatch(earlier -> attempt(scratch, earlier))) {
                return Optional.empty();
            }
            var found = scope.apply(scratch.catalog());
            var stepped = scratch.step(migration, look);
            return Optional.of(new Stand(
                    found,
                    stepped.looks().stream()
                            .map(at -> new Stand.Look(at.sent(), scope.apply(at.catalog())))
                            .toList(),
                    stepped.statements(),
                    stepped.refused()));
        });
    }

    private boolean attempt(Scratch scratch, Migration migration) {
        try {
            scratch.apply(migration);
            return true;
        } catch (ReplayException e) {
            return failed.contains(migration.name());
        }
    }
}
