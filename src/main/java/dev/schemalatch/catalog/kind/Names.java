package dev.schemalatch.catalog.kind;

import java.util.ArrayList;
import java.util.List;

/** Finds its way through what PostgreSQL spelled: brackets, literals and quoted names. */
final class Names {

    private Names() {}

    /** The elements of a list, at its commas outside of brackets and quotes. */
    static List<String> split(String list) {
        var elements = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        for (var at = 0; at < list.length(); at = next(list, at)) {
            switch (list.charAt(at)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        elements.add(list.substring(start, at).strip());
                        start = at + 1;
                    }
                }
                default -> {}
            }
        }
        elements.add(list.substring(start).strip());
        return elements;
    }

    /** What stands in the first brackets, and after them. */
    static Bracket bracket(String text) {
        var open = text.indexOf('(');
        var depth = 0;
        for (var at = open; at >= 0 && at < text.length(); at = next(text, at)) {
            depth += switch (text.charAt(at)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return new Bracket(text.substring(open + 1, at), text.substring(at + 1));
            }
        }
        return new Bracket(text, "");
    }

    record Bracket(String inside, String after) {}

    /** The schema of a qualified name. */
    static String schemaOf(String qualified) {
        return qualified.substring(
                0, qualified.length() - Column.lastOf(qualified).length() - 1);
    }

    private static int next(String text, int at) {
        var quote = text.charAt(at);
        if (quote != '\'' && quote != '"') {
            return at + 1;
        }
        var end = text.indexOf(quote, at + 1);
        return end < 0 ? text.length() : end + 1;
    }
}
