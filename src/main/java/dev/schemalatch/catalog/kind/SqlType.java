package dev.schemalatch.catalog.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type as {@code format_type} spells it, taken apart.
 *
 * @param base without modifiers and brackets: {@code timestamp with time zone}
 * @param modifiers length; precision and scale
 */
record SqlType(String text, String base, List<Integer> modifiers, boolean array) {

    private static final Pattern SPELLED = Pattern.compile(
            "(.*?)(?:\\((-?[0-9]+(?:,-?[0-9]+)?)\\))?( with(?:out)? time zone)?(\\[\\])?", Pattern.DOTALL);

    /** Types whose values PostgreSQL assigns to each other without being asked twice. */
    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("smallint", "number"),
            Map.entry("integer", "number"),
            Map.entry("bigint", "number"),
            Map.entry("numeric", "number"),
            Map.entry("real", "number"),
            Map.entry("double precision", "number"),
            Map.entry("text", "string"),
            Map.entry("character varying", "string"),
            Map.entry("character", "string"),
            Map.entry("timestamp without time zone", "time"),
            Map.entry("timestamp with time zone", "time"),
            Map.entry("date", "time"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "json"),
            Map.entry("inet", "network"),
            Map.entry("cidr", "network"));

    static SqlType of(String text) {
        var parts = SPELLED.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("not spelled as a type is: " + text);
        }
        var modifiers = Stream.ofNullable(parts.group(2))
                .flatMap(list -> Stream.of(list.split(",")))
                .map(Integer::valueOf)
                .toList();
        var base = parts.group(1) + Optional.ofNullable(parts.group(3)).orElse("");
        return new SqlType(text, base, modifiers, parts.group(4) != null);
    }

    Optional<String> family() {
        return Optional.ofNullable(FAMILIES.get(base));
    }

    boolean string() {
        return family().equals(Optional.of("string")) && !array;
    }

    boolean number() {
        return family().equals(Optional.of("number")) && !array;
    }

    /** Whether values of this type become the other's by assignment. */
    boolean assignsTo(SqlType other) {
        var related = base.equals(other.base) || family().isPresent() && family().equals(other.family());
        return related && array == other.array || other.string();
    }

    /** The storage that a type has by itself: servers before 16 have no word for it. */
    String storage() {
        return switch (base()) {
            case "numeric", "inet", "cidr" -> array() ? "extended" : "main";
            case "tsquery" -> "plain";
            default -> "extended";
        };
    }
}
