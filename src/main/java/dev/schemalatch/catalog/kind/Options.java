package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Nesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Storage parameters and other options, as {@code pg_class.reloptions} has them: {@code fillfactor='70', fastupdate='off'}. */
final class Options {

    private Options() {}

    /**
     * SQL for the options in an array, ready to stand in {@code WITH (...)}, in the order of their names.
     *
     * @param array an expression
     */
    static String select(String array) {
        return select(array, "pg_catalog.quote_literal(o.value)");
    }

    /**
     * The same, for options that can be spelled in several ways.
     *
     * @param spelling an expression over {@code o.name} and {@code o.value}; NULL for what is PostgreSQL's default
     */
    static String select(String array, String spelling) {
        return """
                NULLIF(array_to_string(ARRAY(
                  SELECT o.name || '=' || (%2$s)
                  FROM (SELECT split_part(r, '=', 1) AS name, substr(r, strpos(r, '=') + 1) AS value FROM unnest(%1$s) r) o
                  WHERE (%2$s) IS NOT NULL
                  ORDER BY o.name), ', '), '')""".formatted(array, spelling);
    }

    /** {@code WITH (...)} and a blank before it; nothing where there are none. */
    static String with(Optional<String> options) {
        return options.map(" WITH (%s)"::formatted).orElse("");
    }

    /** What ALTER says to come from one set of options to another: RESET and SET, as far as they are needed. */
    static List<String> changes(Optional<String> from, Optional<String> to) {
        var is = parse(from);
        var shall = parse(to);
        var gone = is.keySet().stream().filter(name -> !shall.containsKey(name)).toList();
        var set = shall.entrySet().stream()
                .filter(option -> !option.getValue().equals(is.get(option.getKey())))
                .map(option -> option.getKey() + "=" + option.getValue())
                .toList();
        var changes = new ArrayList<String>();
        if (!gone.isEmpty()) {
            changes.add("RESET (" + String.join(", ", gone) + ")");
        }
        if (!set.isEmpty()) {
            changes.add("SET (" + String.join(", ", set) + ")");
        }
        return changes;
    }

    private static Map<String, String> parse(Optional<String> options) {
        var parsed = new TreeMap<String, String>();
        options.stream().flatMap(text -> Nesting.split(text).stream()).forEach(option -> {
            var at = option.indexOf('=');
            parsed.put(option.substring(0, at), option.substring(at + 1));
        });
        return parsed;
    }
}
