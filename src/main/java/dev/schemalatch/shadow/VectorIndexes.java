package dev.schemalatch.shadow;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packs the storage parameters of pgvector's indexes into one number under a name that PostgreSQL's own access methods take;
 * the stand-in gives them their names back ({@code vector--stand-in.sql}). Lines stay where they are. What is out of
 * pgvector's range, or written in an unusual way, is left as it is, and refused.
 */
final class VectorIndexes {

    /** More than {@code ef_construction} may be. */
    private static final int BASE = 1001;

    private static final Pattern MAKES_INDEX = Pattern.compile("(?is)(CREATE\\s+(UNIQUE\\s+)?INDEX|DO)\\b.*");
    private static final Pattern METHOD = Pattern.compile("(?i)\\bUSING\\s+\"?(hnsw|ivfflat)\"?\\s*\\(");
    private static final String PARAMETER = "\\s*(\\w+)\\s*=\\s*'?([1-9]\\d{0,4})'?\\s*";
    private static final Pattern WITH =
            Pattern.compile("(?i)\\s*\\bWITH\\s*\\(" + PARAMETER + "(?:," + PARAMETER + ")?\\)");

    private VectorIndexes() {}

    static String pack(String sql) {
        if (!METHOD.matcher(sql).find()) {
            return sql;
        }
        var packed = new StringBuilder();
        var done = 0;
        for (var span : Statements.of(sql).spans()) {
            packed.append(sql, done, span.start()).append(statement(sql.substring(span.start(), span.end())));
            done = span.end();
        }
        return packed.append(sql.substring(done)).toString();
    }

    private static String statement(String sql) {
        if (!MAKES_INDEX.matcher(sql).matches() || sql.toUpperCase(Locale.ROOT).contains("FUNCTION")) {
            return sql;
        }
        var packed = new StringBuilder();
        var done = 0;
        var method = METHOD.matcher(sql);
        while (method.find(done)) {
            var columns = closing(sql, method.end());
            var with = WITH.matcher(sql).region(columns, sql.length());
            packed.append(sql, done, columns);
            done = columns;
            if (with.lookingAt()) {
                packed.append(parameters(method.group(1).toLowerCase(Locale.ROOT), with)
                        .map(instead -> instead + with.group().replaceAll("[^\\n]", ""))
                        .orElse(with.group()));
                done = with.end();
            }
        }
        return packed.append(sql.substring(done)).toString();
    }

    /** The offset past the parenthesis that closes the one before an offset. */
    private static int closing(String sql, int offset) {
        var open = 1;
        var i = offset;
        while (i < sql.length() && open > 0) {
            open += switch (sql.charAt(i)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
            i++;
        }
        return i;
    }

    private static Optional<String> parameters(String method, Matcher with) {
        var given = new LinkedHashMap<String, Integer>();
        for (var group = 1; group <= 3 && with.group(group) != null; group += 2) {
            given.put(with.group(group).toLowerCase(Locale.ROOT), Integer.parseInt(with.group(group + 1)));
        }
        var fits = given.entrySet().stream().allMatch(e -> in(method, e.getKey(), e.getValue()));
        if (!fits || with.group(3) != null && given.size() < 2) {
            return Optional.empty();
        }
        var number = method.equals("ivfflat")
                ? given.get("lists")
                : given.getOrDefault("m", 0) * BASE + given.getOrDefault("ef_construction", 0);
        var turned = given.size() == 2 && given.firstEntry().getKey().equals("ef_construction");
        return Optional.of(" WITH (pages_per_range = " + number + (turned ? ", autosummarize = true)" : ")"));
    }

    private static boolean in(String method, String parameter, int value) {
        return switch (method + " " + parameter) {
            case "hnsw m" -> value >= 2 && value <= 100;
            case "hnsw ef_construction" -> value >= 4 && value < BASE;
            case "ivfflat lists" -> value <= 32_768;
            default -> false;
        };
    }
}
