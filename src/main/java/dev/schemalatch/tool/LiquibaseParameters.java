package dev.schemalatch.tool;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Changelog parameters: {@code ${name}} becomes its value, and stays where it has none ({@code changelog/ExpressionExpander.java}).
 * Environment variables and system properties, which Liquibase takes too, are nobody's business here.
 */
final class LiquibaseParameters {

    private final Map<String, String> values = new HashMap<>();
    private final SortedSet<String> unknown = new TreeSet<>();

    /** @param given what a user passes with {@code -D}: it goes before what changelogs say */
    LiquibaseParameters(Map<String, String> given) {
        given.forEach(this::define);
    }

    /** The first value counts. */
    void define(String name, String value) {
        values.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }

    /** Names without a value, so far. */
    SortedSet<String> unknown() {
        return Collections.unmodifiableSortedSet(unknown);
    }

    String expand(String text) {
        return text.contains("${") ? expand(text, 0) : text;
    }

    private String expand(String text, int depth) {
        var expanded = new StringBuilder();
        var from = 0;
        for (var at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
            var end = end(text, at + 2);
            if (end < 0) {
                break;
            }
            expanded.append(text, from, at).append(value(expand(text.substring(at + 2, end), depth + 1), depth));
            from = end + 1;
        }
        return expanded.append(text, from, text.length()).toString();
    }

    private String value(String name, int depth) {
        var value = Optional.ofNullable(values.get(name.strip().toLowerCase(Locale.ROOT)));
        if (value.isEmpty()) {
            unknown.add(name.strip());
        }
        // a value may name another; one that names itself ends here
        return value.filter(found -> depth < 10)
                .map(found -> expand(found, depth + 1))
                .orElse("${" + name + "}");
    }

    private static int end(String text, int from) {
        var open = 1;
        for (var i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                open++;
            } else if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
