package dev.schemalatch.report;

import dev.schemalatch.drift.Difference.Values;
import java.util.List;
import java.util.Optional;

/** One attribute's two spellings, short: of long ones only the lines where they part. */
final class AttributeChange {

    /** Characters of both values together that still read well on one line. */
    private static final int ONE_LINE = 70;

    /** Characters of a long value that are shown, and how many of them stand before the place where the two part. */
    private static final int EXCERPT = 72;

    private static final int LEAD = 20;

    private AttributeChange() {}

    static List<String> lines(String name, Values values) {
        var expected = values.expected();
        var actual = values.actual();
        if (expected.isPresent() && actual.isPresent() && !fitsOneLine(expected.get(), actual.get())) {
            return parting(name, expected.get(), actual.get());
        }
        return List.of("%s: %s -> %s".formatted(name, oneLine(expected), oneLine(actual)));
    }

    private static boolean fitsOneLine(String expected, String actual) {
        return expected.length() + actual.length() <= ONE_LINE
                && expected.indexOf('\n') < 0
                && actual.indexOf('\n') < 0;
    }

    private static String oneLine(Optional<String> value) {
        return value.map(text -> text.isEmpty() ? "(empty)" : clip(text.strip().replaceAll("\\s*\n\\s*", " "), 0))
                .orElse("(not set)");
    }

    private static List<String> parting(String name, String expected, String actual) {
        var expectedLines = expected.lines().toList();
        var actualLines = actual.lines().toList();
        var line = 0;
        while (line < expectedLines.size()
                && line < actualLines.size()
                && expectedLines.get(line).equals(actualLines.get(line))) {
            line++;
        }
        var wanted = at(expectedLines, line);
        var found = at(actualLines, line);
        var column = Math.max(0, firstDifference(wanted, found) - LEAD);
        var where = expectedLines.size() > 1 || actualLines.size() > 1 ? ", line " + (line + 1) : "";
        return List.of(
                name + where + ":",
                "  expected  " + (line < expectedLines.size() ? clip(wanted, column) : "(ends before)"),
                "  actual    " + (line < actualLines.size() ? clip(found, column) : "(ends before)"));
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static int firstDifference(String one, String other) {
        var column = 0;
        while (column < one.length() && column < other.length() && one.charAt(column) == other.charAt(column)) {
            column++;
        }
        return column;
    }

    private static String clip(String text, int from) {
        if (text.length() <= EXCERPT) {
            return text.strip();
        }
        var to = Math.min(text.length(), from + EXCERPT);
        return (from > 0 ? "..." : "") + text.substring(Math.min(from, to), to) + (to < text.length() ? "..." : "");
    }
}
