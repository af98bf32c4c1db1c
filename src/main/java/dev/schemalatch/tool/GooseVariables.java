package dev.schemalatch.tool;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces variables of the environment in one line, as goose does between {@code ENVSUB ON} and {@code ENVSUB OFF} (the grammar
 * of {@code github.com/mfridman/interpolate}). Values come from the placeholders of whoever asks for the check.
 */
final class GooseVariables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SLICE = Pattern.compile("\\s*(-?\\d*)\\s*(?::\\s*(-?\\d*)\\s*)?");

    private final Map<String, String> values;
    private final Set<String> unknown;
    private final String line;
    private int position;

    private GooseVariables(Map<String, String> values, Set<String> unknown, String line) {
        this.values = values;
        this.unknown = unknown;
        this.line = line;
    }

    /** The line with its variables replaced; those that nobody gave a value, and that have none in the line, go into {@code unknown}. */
    static String expand(String line, Map<String, String> values, Set<String> unknown) {
        return new GooseVariables(values, unknown, line).text(false);
    }

    private String text(boolean braced) {
        var expanded = new StringBuilder();
        while (position < line.length() && !(braced && at("}"))) {
            if (at("\\\\")) {
                expanded.append(take(2));
            } else if (braced && at("\\}")) {
                expanded.append(take(2).charAt(1));
            } else if (at("\\$") || at("$$")) {
                take(2);
                expanded.append('$');
            } else if (at("${")) {
                take(2);
                expanded.append(braces());
            } else if (at("$") && name(position + 1).isPresent()) {
                take(1);
                expanded.append(value(take(name(position).orElseThrow().length())));
            } else {
                expanded.append(take(1));
            }
        }
        return expanded.toString();
    }

    // {NAME}, {#NAME}, {NAME:-word} and its like, {NAME:offset:length}
    private String braces() {
        var length = at("#");
        if (length) {
            take(1);
        }
        var name = take(name(position).map(String::length).orElse(0));
        var colon = at(":") && position + 1 < line.length() && "-?+".indexOf(line.charAt(position + 1)) >= 0;
        if (colon) {
            take(1);
        }
        var operator = at("-") || at("?") || at("+") ? take(1) : "";
        var from = position;
        var before = Set.copyOf(unknown);
        var word = text(true);
        var raw = line.substring(from, position);
        take(1);
        var value = Optional.ofNullable(values.get(name)).filter(given -> !(colon && given.isEmpty()));
        return switch (operator) {
            case "-" -> value.map(given -> known(given, before)).orElse(word);
            case "+" -> value.isPresent() ? word : known("", before);
            default -> length ? String.valueOf(value(name).length()) : slice(value(name), raw);
        };
    }

    // a word that is not used does not ask for its variables
    private String known(String value, Set<String> before) {
        unknown.retainAll(before);
        return value;
    }

    private static String slice(String value, String range) {
        var bounds = SLICE.matcher(range.startsWith(":") ? range.substring(1) : "");
        if (range.isEmpty() || !bounds.matches()) {
            return value;
        }
        var start = within(number(bounds.group(1)), value.length());
        var end = Optional.ofNullable(bounds.group(2))
                .map(GooseVariables::number)
                .map(count -> count < 0 ? value.length() + count : start + count)
                .orElse(value.length());
        return value.substring(start, Math.clamp(end, start, value.length()));
    }

    private static int within(int offset, int length) {
        return Math.clamp(offset < 0 ? length + offset : offset, 0, length);
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 9 || digits.equals("-") ? 0 : Integer.parseInt(digits);
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name)).orElseGet(() -> {
            unknown.add(name);
            return "";
        });
    }

    private Optional<String> name(int from) {
        var found = NAME.matcher(line).region(Math.min(from, line.length()), line.length());
        return found.lookingAt() ? Optional.of(found.group()) : Optional.empty();
    }

    private boolean at(String text) {
        return line.startsWith(text, position);
    }

    private String take(int count) {
        var end = Math.min(position + count, line.length());
        var taken = line.substring(position, end);
        position = end;
        return taken;
    }
}
