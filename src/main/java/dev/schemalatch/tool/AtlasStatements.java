package dev.schemalatch.tool;

import dev.schemalatch.tool.Script.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file cut at the delimiter that its first line names, where that is not within brackets, quotes or comments ({@code
 * sql/migrate/lex.go}).
 */
final class AtlasStatements {

    private static final Pattern DOLLAR_QUOTE =
            Pattern.compile("\\$([A-Za-z\\u00c8-\\u00ff_][0-9A-Za-z_\\u00c8-\\u00ff]*)*\\$");

    private final String text;
    private final String delimiter;
    private final List<Part> parts = new ArrayList<>();
    private int position;
    private int depth;

    private AtlasStatements(String text, String delimiter) {
        this.text = text;
        this.delimiter = delimiter;
        this.position = text.indexOf('\n') + 1;
    }

    static List<Part> of(String text, String delimiter) {
        var statements = new AtlasStatements(text, delimiter);
        statements.cut();
        return List.copyOf(statements.parts);
    }

    private void cut() {
        var start = skipSpace();
        while (position < text.length()) {
            if (depth == 0 && text.startsWith(delimiter, position)) {
                add(start, position);
                position += delimiter.length();
                start = skipSpace();
            } else {
                step();
            }
        }
        add(start, text.length());
    }

    // one character, or all of what quotes or comments hold
    private void step() {
        switch (text.charAt(position)) {
            case '(' -> depth++;
            case ')' -> depth = Math.max(0, depth - 1);
            case '\'', '"', '`' -> skipPast(text.substring(position, position + 1), position + 1);
            case '$' -> dollarQuote();
            case '-' -> comment("--", "\n");
            case '/' -> comment("/*", "*/");
            default -> {}
        }
        position++;
    }

    private void dollarQuote() {
        var quote = DOLLAR_QUOTE.matcher(text).region(position, text.length());
        if (quote.lookingAt()) {
            skipPast(quote.group(), position + quote.group().length());
        }
    }

    private void comment(String left, String right) {
        if (text.startsWith(left, position) && text.indexOf(right, position + left.length()) >= 0) {
            skipPast(right, position + left.length());
        }
    }

    // leaves the position on the last character of what ends it
    private void skipPast(String end, int from) {
        var found = text.indexOf(end, from);
        position = found < 0 ? text.length() : found + end.length() - 1;
    }

    private int skipSpace() {
        while (position < text.length() && GoText.isSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private void add(int start, int end) {
        var sql = GoText.trim(text.substring(start, end));
        if (!sql.isEmpty()) {
            var line = 1
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            parts.add(new Part(sql, line));
        }
    }
}
