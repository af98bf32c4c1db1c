package dev.schemalatch.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.postgresql.core.Parser;

/**
 * The statements of a text, by where they begin and end: for telling people which of them failed, and for looking between them.
 * How a file works as a whole is never told by these: it is sent as it is.
 *
 * <p>Boundaries are what psql takes for them: semicolons outside quotes, comments, parentheses and {@code BEGIN ATOMIC}
 * bodies. Offsets are in chars.
 */
final class Statements {

    /** @param start of its first token; {@code end} is past its last char, its semicolon included */
    record Span(int start, int end) {}

    private final char[] text;
    private final List<Span> spans = new ArrayList<>();
    private int start = -1;
    private int parentheses;
    private int blocks;
    private String lastWord = "";
    private OptionalInt metaCommand = OptionalInt.empty();

    private Statements(String text) {
        this.text = text.toCharArray();
    }

    static Statements of(String text) {
        var statements = new Statements(text);
        statements.scan();
        return statements;
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    int count() {
        return spans.size();
    }

    /** The number, from 1, of the statement that a char lies in or before; the last one where it lies behind all. */
    OptionalInt numberAt(int offset) {
        for (var i = 0; i < spans.size(); i++) {
            if (offset < spans.get(i).end()) {
                return OptionalInt.of(i + 1);
            }
        }
        return spans.isEmpty() ? OptionalInt.empty() : OptionalInt.of(spans.size());
    }

    /** The offset of a statement's first token. */
    OptionalInt startOf(int number) {
        return number >= 1 && number <= spans.size()
                ? OptionalInt.of(spans.get(number - 1).start())
                : OptionalInt.empty();
    }

    /** A statement's own text, its semicolon included. */
    String text(int number) {
        var span = spans.get(number - 1);
        return new String(text, span.start(), span.end() - span.start());
    }

    /** The offset of the first backslash that stands where SQL has none: a command of psql's. */
    OptionalInt metaCommand() {
        return metaCommand;
    }

    private void scan() {
        for (var i = 0; i < text.length; i++) {
            i = step(i);
        }
        if (start >= 0) {
            spans.add(new Span(start, text.length));
        }
    }

    /** Handles what begins at an offset; answers the offset of its last char. */
    private int step(int i) {
        var c = text[i];
        if (Character.isWhitespace(c) || c == '\uFEFF') {
            return i;
        }
        if (c == '-' && Parser.parseLineComment(text, i) != i) {
            return Parser.parseLineComment(text, i);
        }
        if (c == '/' && Parser.parseBlockComment(text, i) != i) {
            return Parser.parseBlockComment(text, i);
        }
        if (c == ';' && parentheses == 0 && blocks == 0) {
            end(i + 1);
            return i;
        }
        if (start < 0) {
            start = i;
        }
        return switch (c) {
            case '\'' -> Parser.parseSingleQuotes(text, i, !lastWord.equals("E") || !adjoins(i));
            case '"' -> Parser.parseDoubleQuotes(text, i);
            case '$' -> Parser.parseDollarQuotes(text, i);
            case '(' -> nest(i, 1);
            case ')' -> nest(i, -1);
            case '\\' -> backslash(i);
            default -> Character.isJavaIdentifierStart(c) ? word(i) : i;
        };
    }

    private void end(int end) {
        if (start >= 0) {
            spans.add(new Span(start, end));
        }
        start = -1;
        lastWord = "";
    }

    private boolean adjoins(int i) {
        return i > 0 && (text[i - 1] == 'E' || text[i - 1] == 'e');
    }

    private int nest(int i, int by) {
        parentheses = Math.max(0, parentheses + by);
        return i;
    }

    private int backslash(int i) {
        if (metaCommand.isEmpty()) {
            metaCommand = OptionalInt.of(i);
        }
        return i;
    }

    /** {@code BEGIN ATOMIC} opens a body whose semicolons are its own; {@code CASE} has an {@code END} too. */
    private int word(int i) {
        var end = i;
        while (end + 1 < text.length && (Character.isJavaIdentifierPart(text[end + 1]))) {
            end++;
        }
        var word = new String(text, i, end - i + 1).toUpperCase(java.util.Locale.ROOT);
        if (word.equals("ATOMIC") && lastWord.equals("BEGIN") || blocks > 0 && word.equals("CASE")) {
            blocks++;
        } else if (blocks > 0 && word.equals("END")) {
            blocks--;
        }
        lastWord = word;
        return end;
    }
}
