package dev.schemalatch.catalog.kind;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Options of foreign data, which have whatever names a wrapper gives them: {@code host 'db', port '5432'}, as OPTIONS takes
 * them. What may be a secret is never read.
 */
final class GenericOptions {

    private static final Pattern ONE = Pattern.compile("(\"(?:[^\"]|\"\")*+\"|[^\\s\",]++) (E?'(?:[^']|'')*+')");

    private GenericOptions() {}

    /**
     * SQL for the options in an array, in the order of their names as bytes.
     *
     * @param array an expression: {@code name=value} each
     */
    static String select(String array) {
        return """
                NULLIF(array_to_string(ARRAY(
                  SELECT pg_catalog.quote_ident(split_part(o, '=', 1)) || ' '
                         || pg_catalog.quote_literal(substr(o, strpos(o, '=') + 1))
                  FROM unnest(%s) o WHERE NOT %s ORDER BY o COLLATE "C"), ', '), '')""".formatted(array, Secrets.named("split_part(o, '=', 1)"));
    }

    /** {@code OPTIONS (...)} and a blank before it; nothing where there are none. */
    static String clause(Optional<String> options) {
        return options.map(" OPTIONS (%s)"::formatted).orElse("");
    }

    /** What ALTER says to come from one set of options to another, with a blank before it; nothing where they are the same. */
    static String change(Optional<String> from, Optional<String> to) {
        var is = parse(from);
        var shall = parse(to);
        var changes = new ArrayList<String>();
        shall.forEach((name, value) -> {
            if (!value.equals(is.get(name))) {
                changes.add((is.containsKey(name) ? "SET " : "ADD ") + name + " " + value);
            }
        });
        is.keySet().stream().filter(name -> !shall.containsKey(name)).forEach(name -> changes.add("DROP " + name));
        return changes.isEmpty() ? "" : " OPTIONS (" + String.join(", ", changes) + ")";
    }

    private static Map<String, String> parse(Optional<String> options) {
        var parsed = new TreeMap<String, String>();
        ONE.matcher(options.orElse("")).results().forEach(match -> parsed.put(match.group(1), match.group(2)));
        return parsed;
    }
}
