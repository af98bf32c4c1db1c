package dev.schemalatch.drift;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where in the files a database really stands, told by its schema alone: said where that is not where its history puts it.
 *
 * @param migration the last of the files that the schema has; empty where it has none
 * @param says what the history says instead, in a few words
 * @param differences how many objects are otherwise than those files make them
 * @param unrecorded files that are there and not recorded as applied, in order
 * @param lacking files that are recorded as applied and not there, in order
 */
public record Position(
        Optional<String> migration, String says, int differences, List<String> unrecorded, List<String> lacking) {

    /** How many times less than at the recorded position must differ, for a position that does not explain everything. */
    private static final int TELLING = 4;

    public Position {
        unrecorded = List.copyOf(unrecorded);
        lacking = List.copyOf(lacking);
    }

    /** Whether the schema is just what those files make. */
    public boolean exact() {
        return differences == 0;
    }

    /** Whether the schema is an earlier one than the history says, and nothing else is wrong with it. */
    public boolean behindItsHistory() {
        return exact() && unrecorded.isEmpty() && !lacking.isEmpty();
    }

    /** The drift of a schema that is behind its history, said as that. */
    public Drift explain(Drift drift) {
        var cause = new Cause(
                Cause.Kind.Manual,
                Optional.empty(),
                "%s, and has nothing of %s".formatted(sentence(), String.join(", ", lacking)));
        return behindItsHistory()
                ? new Drift(drift.differences().stream()
                        .map(difference ->
                                difference.cause().kind() == Cause.Kind.Manual ? difference.because(cause) : difference)
                        .toList())
                : drift;
    }

    /** One sentence for people. */
    public String sentence() {
        var where = migration
                .map("the schema is that of the files up to %s"::formatted)
                .orElse("the schema is that before the first file");
        var but =
                exact() ? "" : " but for %d %s".formatted(differences, differences == 1 ? "difference" : "differences");
        return "%s%s (%s)".formatted(where, but, says);
    }

    /**
     * The position of a schema, where it is telling: another than the history's, and one that explains all or nearly all.
     *
     * @param files all of them, in the tool's order
     * @param applied those that the history says are applied
     * @param weightAtHistory the weight of the drift between what the applied files make and the schema
     */
    public static Optional<Position> find(
            List<String> files, Set<String> applied, Ladder ladder, Ladder.Nearest nearest, int weightAtHistory) {
        var recorded = (int) files.stream().takeWhile(applied::contains).count();
        var inOrder = files.stream().skip(recorded).noneMatch(applied::contains);
        if (nearest.weight() * TELLING > weightAtHistory
                || inOrder && nearest.lowest() <= recorded && recorded <= nearest.highest()) {
            return Optional.empty();
        }
        var ahead = inOrder && nearest.highest() < recorded;
        var position = ahead ? nearest.highest() : nearest.lowest();
        var unrecorded = IntStream.range(0, position)
                .filter(i -> applied.isEmpty() || !ladder.unseen(i + 1))
                .mapToObj(files::get)
                .filter(file -> !applied.contains(file))
                .toList();
        var lacking = files.stream().skip(position).filter(applied::contains).toList();
        if (unrecorded.isEmpty() && lacking.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Position(
                position == 0 ? Optional.empty() : Optional.of(files.get(position - 1)),
                says(files, applied, recorded, inOrder),
                nearest.differences(),
                unrecorded,
                lacking));
    }

    private static String says(List<String> files, Set<String> applied, int recorded, boolean inOrder) {
        if (applied.isEmpty()) {
            return "the history says that none is applied";
        }
        return inOrder
                ? "the history says %s".formatted(files.get(recorded - 1))
                : "the history says otherwise, and not in the files' order";
    }
}
