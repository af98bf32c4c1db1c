package dev.schemalatch.check;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.drift.Ladder;
import dev.schemalatch.drift.Ladder.Nearest;
import dev.schemalatch.drift.Ladder.Rung;
import dev.schemalatch.shadow.Preparation;
import dev.schemalatch.shadow.ReplayException;
import dev.schemalatch.shadow.Scratch;
import dev.schemalatch.shadow.ShadowServer;
import dev.schemalatch.tool.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Replays the files in their own order and looks at what they make on the way: everywhere where they are few, else in strides
 * that get shorter around the place that is nearest to the live schema.
 *
 * @param preparation made anew for each replay: time goes by
 * @param failed names of migrations that may fail, as they did on the database
 */
record Climb(
        ShadowServer server,
        Supplier<Preparation> preparation,
        List<Migration> files,
        Set<String> failed,
        UnaryOperator<Catalog> scope) {

    /** Looks at a catalog in one replay. */
    private static final int LOOKS = 40;

    /** Replays at the most: enough for 40 * 20 * 20 files. */
    private static final int ROUNDS = 3;

    /**
     * Looks until nothing nearer can lie between the looks.
     *
     * @param known rungs that were seen before
     * @param wanted further rungs, by how many files make them
     */
    Ladder towards(Catalog live, Ladder known, Set<Integer> wanted) {
        var ladder = known;
        var halves = new HashSet<Integer>();
        for (var round = 0; round < ROUNDS; round++) {
            var seen = ladder;
            var around = seen.nearest(live)
                    .filter(nearest ->
                            wanted.stream().allMatch(rung -> seen.schema(rung).isPresent()))
                    .map(nearest -> seen.around(nearest, files.size()))
                    .orElse(new Nearest(0, files.size(), 0, 0));
            var unseen = IntStream.rangeClosed(around.lowest(), around.highest())
                    .filter(rung -> seen.schema(rung).isEmpty() && !halves.contains(rung))
                    .toArray();
            if (unseen.length == 0) {
                return seen;
            }
            var stride = Math.ceilDiv(unseen.length, LOOKS);
            var looks = IntStream.range(0, unseen.length)
                    .filter(i -> i % stride == 0 || i == unseen.length - 1)
                    .mapToObj(i -> unseen[i])
                    .toList();
            ladder = seen.and(
                    replay(rung -> looks.contains(rung) || missing(seen, wanted, rung), around.highest(), halves));
        }
        return ladder;
    }

    private static boolean missing(Ladder seen, Set<Integer> wanted, int rung) {
        return wanted.contains(rung) && seen.schema(rung).isEmpty();
    }

    /** @param halves takes rungs whose last file did not run to its end: their schema is that of no file */
    private Ladder replay(IntPredicate look, int upTo, Set<Integer> halves) {
        return server.scratch(preparation.get(), scratch -> {
            var rungs = new ArrayList<Rung>();
            for (var rung = 0; rung <= upTo; rung++) {
                if (rung > 0 && !attempt(scratch, files.get(rung - 1))) {
                    halves.add(rung);
                    if (!failed.contains(files.get(rung - 1).name())) {
                        break;
                    }
                } else if (look.test(rung)) {
                    rungs.add(new Rung(rung, scope.apply(scratch.catalog())));
                }
            }
            return new Ladder(rungs);
        });
    }

    private static boolean attempt(Scratch scratch, Migration migration) {
        try {
            scratch.apply(migration);
            return true;
        } catch (ReplayException e) {
            return false;
        }
    }
}
