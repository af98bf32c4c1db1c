package dev.schemalatch.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts SQL as Liquibase does, which knows no dollar quotes: comments in function bodies are comments to it ({@code
 * util/grammar/SimpleSqlGrammar.jj}). The longest token wins.
 */
final class LiquibaseTokens {

    /** What a token is to Liquibase. */
    enum Kind {
        BLANK,
        COMMENT,
        TEXT
    }

    /** A piece of SQL. */
    record Token(Kind kind, String text) {}

    private static final Pattern BLANK = Pattern.compile(
            "[ \\t\\n\\r\\x85\\xa0\\u1680\\u180e\\u2000-\\u200d\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff]++");
    private static final Pattern LINE_COMMENT = Pattern.compile("--[^\\r\\n]*+");
    private static final Pattern NUMBER = Pattern.compile("\\d++");
    private static final Pattern PREFIX = Pattern.compile("(?i)(?:RB|_utf8|[UENRB])(?=['\"])");
    private static final String WORD = "[\\p{L}$_@#][\\p{L}$_@#\\d]*+";
    private static final String QUOTED = "\"[^\\n\\r\"]++\"|`[^\\n\\r`]++`|\\[[^\\d\\]][^\\n\\r\\]]*+\\]";
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?:" + WORD + "|" + QUOTED + ")(?:[\\r\\n ]*+\\.[\\r\\n ]*+(?:" + WORD + "|" + QUOTED + "))*+");

    private final String sql;
    private int at;

    private LiquibaseTokens(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) {
        var tokens = new LiquibaseTokens(sql);
        var found = new ArrayList<Token>();
        while (tokens.at < sql.length()) {
            found.add(tokens.next());
        }
        return found;
    }

    private Token next() {
        var blank = end(BLANK, at);
        if (blank > at) {
            return token(Kind.BLANK, blank);
        }
        var comment = sql.startsWith("/*", at) ? commentEnd() : end(LINE_COMMENT, at);
        if (comment > at) {
            return token(Kind.COMMENT, comment);
        }
        var longest = Math.max(Math.max(end(IDENTIFIER, at), end(NUMBER, at)), literalEnd());
        return token(Kind.TEXT, Math.max(longest, at + 1));
    }

    private Token token(Kind kind, int end) {
        var text = sql.substring(at, end);
        at = end;
        return new Token(kind, text);
    }

    private int end(Pattern pattern, int from) {
        var matcher = pattern.matcher(sql).region(from, sql.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }

    private int commentEnd() {
        var end = sql.indexOf("*/", at + 2);
        return end < 0 ? at : end + 2;
    }

    // a backslash takes the next character with it, but the literal may also end there: the longest reading counts
    private int literalEnd() {
        var start = end(PREFIX, at);
        if (start >= sql.length() || (sql.charAt(start) != '\'' && sql.charAt(start) != '"')) {
            return at;
        }
        var quote = sql.charAt(start);
        var longest = at;
        for (var i = start + 1; i < sql.length(); i++) {
            var c = sql.charAt(i);
            if (c == '\\') {
                i++;
                if (i < sql.length() && sql.charAt(i) == quote) {
                    longest = i + 1;
                }
            } else if (c == quote) {
                longest = i + 1;
                if (i + 1 >= sql.length() || sql.charAt(i + 1) != quote) {
                    return longest;
                }
                i++;
            }
        }
        return longest;
    }
}
