package dev.schemalatch.tool;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts values in place of {@code ${name}}, whatever the case of the name ({@code internal/parser/PlaceholderReplacingReader.java}).
 *
 * @param values by name in lower case
 */
record FlywayPlaceholders(Map<String, String> values) {

    FlywayPlaceholders {
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (first, last) -> last));
    }

    /**
     * A text with its values.
     *
     * @param unknown names that have no value: Flyway refuses such a file
     */
    record Replaced(String text, Set<String> unknown) {}

    Replaced replace(String text) {
        var replaced = new StringBuilder();
        var unknown = new LinkedHashSet<String>();
        var from = 0;
        for (var at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
            var end = text.indexOf('}', at);
            if (end < 0) {
                unknown.add(text.substring(at + 2).lines().findFirst().orElse(""));
                break;
            }
            var name = text.substring(at + 2, end);
            var value = values.get(name.toLowerCase(Locale.ROOT));
            if (value == null) {
                unknown.add(name);
            }
            replaced.append(text, from, at).append(value == null ? "${" + name + "}" : value);
            from = end + 1;
        }
        return new Replaced(replaced.append(text.substring(from)).toString(), unknown);
    }
}
