package dev.schemalatch.catalog;

import java.util.ArrayList;
import java.util.List;

/** Finds its way through brackets, literals and quoted names of an expression that PostgreSQL spelled. */
public final class Nesting {

    private Nesting() {}

    /** Where the token at a position ends: a literal or a quoted name is one, and so is any other character. */
    static int afterToken(String text, int at) {
        var quote = text.charAt(at);
        if (quote != '\'' && quote != '"') {
            return at + 1;
        }
        var end = text.indexOf(quote, at + 1);
        return end < 0 ? text.length() : end + 1;
    }

    /** The bracket that closes the one at a position; the end of the text where none does. */
    public static int close(String text, int open) {
        var depth = 0;
        for (var at = open; at < text.length(); at = afterToken(text, at)) {
            switch (text.charAt(at)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    /** The elements of a list, at its commas outside of brackets, without the space around them. */
    public static List<String> split(String list) {
        var elements = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        for (var at = 0; at < list.length(); at = afterToken(list, at)) {
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

    /** Where a token stands outside of brackets, literals and quoted names; -1 where it does not. */
    public static int find(String text, String token) {
        var depth = 0;
        for (var at = 0; at < text.length(); at = afterToken(text, at)) {
            if (depth == 0 && text.startsWith(token, at)) {
                return at;
            }
            switch (text.charAt(at)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                default -> {}
            }
        }
        return -1;
    }

    /** The dot before the last part of a qualified name; -1 where there is none. */
    public static int lastDot(String name) {
        var last = -1;
        for (var at = 0; at < name.length(); at = afterToken(name, at)) {
            if (name.charAt(at) == '.') {
                last = at;
            }
        }
        return last;
    }
}
