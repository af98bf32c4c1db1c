package dev.schemalatch.tool;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the statements for which Flyway leaves out its transaction, by the first words of each ({@code
 * internal/parser/Parser.java} and {@code database/postgresql/PostgreSQLParser.java}).
 */
final class FlywayStatements {

    /** As many words as Flyway looks at. */
    private static final int WORDS = 11;

    private static final Pattern OUTSIDE = Pattern.compile(
            "(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION)|ALTER SYSTEM"
                    + "|(CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY|REINDEX( VERBOSE)? (SCHEMA|DATABASE|SYSTEM)|VACUUM|DISCARD ALL");
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$#]*+(?:\\s?\\.\\s?(?:\"[^\"]*+\"|[\\p{L}\\p{N}_$#]*+))?");

    private final String sql;
    private int at;
    private int depth;
    private int words;
    private String beginning = "";

    private FlywayStatements(String sql) {
        this.sql = sql;
    }

    /** Whether a statement is one that Flyway knows not to run in a transaction. */
    static boolean leaveTransaction(String sql) {
        return new FlywayStatements(sql).search();
    }

    private boolean search() {
        while (at < sql.length()) {
            if (step()) {
                return true;
            }
        }
        return false;
    }

    private boolean step() {
        var c = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            skipTo("\n", at);
        } else if (sql.startsWith("/*", at)) {
            skipComment();
        } else if (c == '\'' || c == '"') {
            skipQuoted(c, false);
        } else if ((c == 'E' || c == 'e') && sql.startsWith("'", at + 1)) {
            at++;
            skipQuoted('\'', true);
        } else if (c == '$') {
            skipDollar();
        } else if (Character.isLetter(c) || c == '_') {
            return word();
        } else {
            symbol(c);
        }
        return false;
    }

    private void symbol(char c) {
        at++;
        switch (c) {
            case '(' -> depth++;
            case ')' -> depth--;
            case ';' -> {
                if (depth <= 0) {
                    depth = 0;
                    words = 0;
                    beginning = "";
                }
            }
            default -> {}
        }
    }

    private boolean word() {
        var matcher = WORD.matcher(sql).region(at, sql.length());
        if (!matcher.lookingAt()) {
            at++;
            return false;
        }
        at = matcher.end();
        var word = matcher.group();
        if (depth != 0 || words > WORDS || !word.chars().allMatch(c -> Character.isLetter(c) || c == '_')) {
            return false;
        }
        words++;
        beginning = beginning.isEmpty() ? upper(word) : beginning + " " + upper(word);
        return OUTSIDE.matcher(beginning).matches();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ENGLISH);
    }

    private void skipTo(String end, int from) {
        var found = sql.indexOf(end, from);
        at = found < 0 ? sql.length() : found + end.length();
    }

    private void skipComment() {
        var open = 0;
        do {
            if (sql.startsWith("/*", at)) {
                open++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                open--;
                at += 2;
            } else {
                at++;
            }
        } while (open > 0 && at < sql.length());
    }

    private void skipQuoted(char quote, boolean escapes) {
        at++;
        while (at < sql.length()) {
            var c = sql.charAt(at++);
            if (escapes && c == '\\') {
                at++;
            } else if (c == quote) {
                return;
            }
        }
    }

    private void skipDollar() {
        var tag = DOLLAR.matcher(sql).region(at, sql.length());
        if (tag.lookingAt()) {
            skipTo(tag.group(), tag.end());
        } else {
            at++;
        }
    }
}
