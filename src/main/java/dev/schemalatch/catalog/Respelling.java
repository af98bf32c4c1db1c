package dev.schemalatch.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what PostgreSQL spells in two ways into one: the text of an expression or query before it was dumped and restored,
 * and after.
 *
 * <p>Restoring a dump parses what PostgreSQL deparsed, and some things do not come back as they were:
 *
 * <ul>
 *   <li>A cast that PostgreSQL put around an array ({@code status IN ('a', 'b')} over a varchar: {@code (ARRAY['a'::character
 *       varying])::text[]}) is moved into its elements: {@code ARRAY[('a'::character varying)::text]}.
 *   <li>A constant in a query whose column names do not matter (below EXISTS, IN, in the later branches of a UNION) is given
 *       the name of its type: {@code SELECT 'x'::text} becomes {@code SELECT 'x'::text AS text}. Where column names matter,
 *       PostgreSQL never leaves them out, so that no name which means something is lost here.
 * </ul>
 *
 * <p>A list of rows that a query reads from is {@code (VALUES (1, 2))} before, and {@code ( VALUES (1, 2))} after, being a query of
 * its own then.
 *
 * <p>What comes out is for comparing only, not for running.
 */
public final class Respelling {

    private static final String ARRAY = "ARRAY[";

    private static final String VALUES = "( VALUES (";

    /** Repeats are possessive, since a literal of any length must not cost stack. */
    private static final String QUOTED = "\"(?:[^\"]++|\"\")*+\"";

    private static final String LITERAL = "'(?:[^']++|'')*+'";

    private static final String TYPE_PART = "(?:[\\p{L}\\p{N}_$. ]|" + QUOTED + ")";

    private static final String TYPMOD = "(?:\\(\\d+(?:,-?\\d+)?\\))?";

    private static final Pattern ARRAY_TYPE = Pattern.compile(TYPE_PART + "++" + TYPMOD + "[a-z ]*+(?=\\[\\])");

    private static final Pattern NAMED_CONSTANT =
            Pattern.compile("((?:" + LITERAL + "|\\bNULL)::((?:(?! AS )" + TYPE_PART + ")++)" + TYPMOD
                    + "(?:\\[\\])?|\\btrue|\\bfalse) AS (" + QUOTED + "|[\\p{L}_][\\p{L}\\p{N}_$]*+)(?=[,;)\\n]|$)");

    /** The names of types that SQL spells otherwise. */
    private static final Map<String, String> TYPE_NAMES = Map.ofEntries(
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("boolean", "bool"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"));

    private Respelling() {}

    /** Whether two spellings of an attribute say the same. */
    public static boolean same(Optional<String> one, Optional<String> other) {
        return one.equals(other) || one.map(Respelling::of).equals(other.map(Respelling::of));
    }

    /** The one spelling of all that say the same. */
    public static String of(String text) {
        var named = text.contains(" AS ") ? withoutNamesOfConstants(text) : text;
        var listed = named.contains(VALUES) ? withRowsAsRead(named) : named;
        return listed.contains("(" + ARRAY) ? withCastsInElements(listed) : listed;
    }

    private static String withRowsAsRead(String text) {
        var result = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var next = Nesting.afterToken(text, at);
            result.append(text, at, next);
            at = text.startsWith(VALUES, at) ? next + 1 : next;
        }
        return result.toString();
    }

    private static String withoutNamesOfConstants(String text) {
        return NAMED_CONSTANT.matcher(text).replaceAll(match -> {
            var type = Optional.ofNullable(match.group(2)).orElse("boolean");
            var kept = unquoted(match.group(3)).equals(nameOf(type)) ? match.group(1) : match.group();
            return Matcher.quoteReplacement(kept);
        });
    }

    private static String nameOf(String type) {
        return TYPE_NAMES.getOrDefault(type, unquoted(type.substring(Nesting.lastDot(type) + 1)));
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static String withCastsInElements(String text) {
        var result = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var next = Nesting.afterToken(text, at);
            if (text.startsWith("(" + ARRAY, at)) {
                var close = Nesting.close(text, at + ARRAY.length());
                var type = ARRAY_TYPE.matcher(text);
                if (text.startsWith(")::", close + 1)
                        && type.region(close + 4, text.length()).lookingAt()) {
                    var elements = Nesting.split(text.substring(at + 1 + ARRAY.length(), close));
                    result.append(cast(elements, type.group()));
                    at = type.end() + "[]".length();
                    continue;
                }
            }
            result.append(text, at, next);
            at = next;
        }
        return result.toString();
    }

    private static String cast(List<String> elements, String type) {
        var cast = new ArrayList<String>();
        for (var element : elements) {
            var nested =
                    element.startsWith(ARRAY) && Nesting.close(element, ARRAY.length() - 1) == element.length() - 1;
            cast.add(
                    nested
                            ? cast(Nesting.split(element.substring(ARRAY.length(), element.length() - 1)), type)
                            : "(" + withCastsInElements(element) + ")::" + type);
        }
        return ARRAY + String.join(", ", cast) + "]";
    }
}
