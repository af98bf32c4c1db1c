package dev.schemalatch.tool;

import dev.schemalatch.tool.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a Python program into words, by the language's lexical analysis (docs.python.org/3/reference/lexical_analysis.html), in one
 * pass. It is never run. What is no Python gives words all the same.
 */
final class PythonLexer {

    private static final int TAB = 8;

    private final String text;
    private final ArrayList<PythonLine> lines = new ArrayList<>();
    private final ArrayList<PythonToken> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private int indent;

    private PythonLexer(String text) {
        this.text = text;
    }

    static List<PythonLine> lines(String program) {
        var lexer = new PythonLexer(program.startsWith("\ufeff") ? program.substring(1) : program);
        lexer.run();
        return lexer.lines;
    }

    private void run() {
        indent = indentation();
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                at++;
                endOfLine();
            } else if (c == '#') {
                skipComment();
            } else if (c == '\\') {
                at += text.startsWith("\\\r\n", at) ? 3 : 2;
            } else if (c == '"' || c == '\'') {
                string("");
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (Character.isJavaIdentifierPart(c) && c != '$') {
                word();
            } else {
                symbol(c);
            }
        }
        endOfStatement();
    }

    private void endOfLine() {
        if (depth == 0) {
            endOfStatement();
            indent = indentation();
        }
    }

    private void endOfStatement() {
        if (!tokens.isEmpty()) {
            lines.add(new PythonLine(indent, tokens));
            tokens.clear();
        }
    }

    private int indentation() {
        var columns = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\f')) {
            columns = switch (text.charAt(at)) {
                case '\t' -> (columns / TAB + 1) * TAB;
                case '\f' -> 0;
                default -> columns + 1;
            };
            at++;
        }
        return columns;
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void word() {
        var begin = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at)) && text.charAt(at) != '$') {
            at++;
        }
        var word = text.substring(begin, at);
        var quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        if (quoted && word.length() <= 2 && word.toLowerCase(Locale.ROOT).matches("[rbuft]+")) {
            string(word.toLowerCase(Locale.ROOT));
        } else {
            tokens.add(new PythonToken(Character.isDigit(word.charAt(0)) ? Kind.OTHER : Kind.NAME, word));
        }
    }

    private void symbol(char c) {
        if ("([{".indexOf(c) >= 0) {
            depth++;
        } else if (")]}".indexOf(c) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        at++;
        if (c == ';' && depth == 0) {
            endOfStatement();
            return;
        }
        var comparison = at < text.length() && text.charAt(at) == '=' && "=!<>:+-*/%&|^@".indexOf(c) >= 0;
        if (comparison) {
            at++;
        }
        tokens.add(new PythonToken(Kind.OTHER, comparison ? c + "=" : String.valueOf(c)));
    }

    private void string(String prefix) {
        var string = PythonString.at(text, at, prefix.contains("r"));
        at = string.end();
        var literal = prefix.chars().noneMatch(c -> c == 'b' || c == 'f' || c == 't');
        tokens.add(new PythonToken(literal ? Kind.STRING : Kind.OTHER, string.value()));
    }
}
