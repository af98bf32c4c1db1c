package dev.schemalatch.tool;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The way up in a file of SQL ({@code sqlMigration.ts}): from its mark to that of the way down, wherever that is; all of the file
 * where there is no mark of the way up.
 */
final class NodePgMigrateScript {

    /** JavaScript's white space, which is more than Java's; without those that end lines it stands before the mark. */
    private static final String SPACE =
            "\\s\\u000b\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private static final Pattern UP = mark("up");
    private static final Pattern DOWN = mark("down");

    private NodePgMigrateScript() {}

    // bounded, since files are of strangers; a ruler of dashes above the mark need not be part of it
    private static Pattern mark(String direction) {
        return Pattern.compile(
                "^[%1$s&&[^\\n\\r]]{0,60}+--[%1$s-]{0,60}+%2$s[%1$s]{1,60}+migration".formatted(SPACE, direction),
                Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    }

    static boolean isMarked(String text) {
        return UP.matcher(text).find();
    }

    static boolean isMarkedTwice(String text) {
        return isMarked(text) && DOWN.matcher(text).find();
    }

    static Script up(String text) {
        var up = UP.matcher(text);
        if (!up.find()) {
            return whole(text);
        }
        var down = DOWN.matcher(text);
        var end = down.find() && down.start() >= up.start() ? down.start() : text.length();
        return script(text.substring(up.start(), end), lines(text.substring(0, up.start())) + 1);
    }

    static Script whole(String text) {
        return script(text, 1);
    }

    /** All that is pending runs in one transaction, each of them in one simple query that ends in a semicolon ({@code operations/sql.ts}). */
    private static Script script(String sql, int line) {
        var ended = sql.isEmpty() || sql.endsWith(";") ? sql : sql + ";";
        return new Script(List.of(new Script.Part(ended, line)), Script.Mode.IN_TRANSACTION);
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
