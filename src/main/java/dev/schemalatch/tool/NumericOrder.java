package dev.schemalatch.tool;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The order of names in which runs of digits count as numbers of any length. */
final class NumericOrder {

    private static final Pattern RUNS = Pattern.compile("[0-9]+|[^0-9]+");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    static final Comparator<String> ORDER =
            Comparator.comparing(NumericOrder::runs, NumericOrder::compare).thenComparing(Comparator.naturalOrder());

    private NumericOrder() {}

    private static List<String> runs(String name) {
        return RUNS.matcher(name).results().map(MatchResult::group).toList();
    }

    private static int compare(List<String> one, List<String> other) {
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            var order = run(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int run(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? BY_NUMBER.compare(RailsHistory.number(one), RailsHistory.number(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String run) {
        return Character.isDigit(run.charAt(0));
    }
}
