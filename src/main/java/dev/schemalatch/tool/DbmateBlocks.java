package dev.schemalatch.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code -- migrate:up} blocks of a file of dbmate's ({@code pkg/dbmate/migration.go}).
 *
 * @param ups in the order of the file
 * @param unreadable why dbmate would not run the file
 */
record DbmateBlocks(List<Up> ups, Optional<String> unreadable) {

    // dbmate's spaces are those of Go's \s, over line ends too
    private static final Pattern UP = directive("up");
    private static final Pattern DOWN = directive("down");
    private static final Pattern HARMLESS = Pattern.compile("[\\t\\n\\f\\r ]*(--.*)?", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("^--[\\t\\n\\f\\r ]*migrate:up");

    /**
     * What runs on the way up.
     *
     * @param sql from the directive to the next one, as it is sent
     * @param line of the directive, 1-based
     */
    record Up(String sql, int line, boolean transaction) {}

    DbmateBlocks {
        ups = List.copyOf(ups);
    }

    /** Whether a file has a line that dbmate alone reads. */
    static boolean begins(String text) {
        return UP.matcher(text).find();
    }

    static DbmateBlocks of(String text) {
        var starts = starts(UP, text);
        if (starts.isEmpty()) {
            return unreadable("it has no line '-- migrate:up'");
        }
        var before = text.substring(0, starts.get(0)).split("\n", -1);
        if (!Stream.of(before).allMatch(line -> HARMLESS.matcher(line).matches())) {
            return unreadable("statements stand before its line '-- migrate:up'");
        }
        List<Up> ups = new ArrayList<>();
        for (var i = 0; i < starts.size(); i++) {
            var section = text.substring(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length());
            var downs = starts(DOWN, section);
            if (downs.size() != 1) {
                return unreadable(
                        downs.isEmpty()
                                ? "a line '-- migrate:down' is missing"
                                : "a second '-- migrate:down' follows without an up");
            }
            var sql = section.substring(0, downs.get(0));
            ups.add(new Up(sql, lineAt(text, starts.get(i)), transaction(sql)));
        }
        return new DbmateBlocks(ups, Optional.empty());
    }

    private static DbmateBlocks unreadable(String why) {
        return new DbmateBlocks(List.of(), Optional.of(why));
    }

    // of an option given twice the last counts
    private static boolean transaction(String block) {
        var options = PREFIX.matcher(block.split("\n", 2)[0]).replaceFirst("");
        var transaction = true;
        for (var option : options.split("[\\t\\n\\f\\r ]+")) {
            var pair = option.split(":", -1);
            if (pair.length == 2 && pair[0].equals("transaction")) {
                transaction = !pair[1].equals("false");
            }
        }
        return transaction;
    }

    private static List<Integer> starts(Pattern directive, String text) {
        return directive.matcher(text).results().map(match -> match.start()).toList();
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static Pattern directive(String direction) {
        var space = "[\\t\\n\\f\\r ]";
        return Pattern.compile(
                "^--" + space + "*migrate:" + direction + "(" + space + "*$|" + space + "+[^\\t\\n\\f\\r ]+)",
                Pattern.MULTILINE | Pattern.UNIX_LINES);
    }
}
