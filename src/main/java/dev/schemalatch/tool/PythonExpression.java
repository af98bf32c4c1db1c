package dev.schemalatch.tool;

import dev.schemalatch.tool.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the right side of an assignment: strings, {@code None}, lists, tuples and sets of them; anything else is computed. */
final class PythonExpression {

    private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

    /** Deeper than this nobody declares; a stranger's file must not exhaust the stack. */
    private static final int DEPTH = 20;

    private final List<PythonToken> tokens;
    private int at;

    private PythonExpression(List<PythonToken> tokens) {
        this.tokens = tokens;
    }

    static PythonValue of(List<PythonToken> tokens) {
        var expression = new PythonExpression(tokens);
        var values = new ArrayList<PythonValue>();
        values.add(expression.element(0));
        while (expression.is(",")) {
            expression.at++;
            if (expression.at < tokens.size()) {
                values.add(expression.element(0));
            }
        }
        if (expression.at < tokens.size()) {
            return new PythonValue.Computed();
        }
        return values.size() == 1 && !tokens.get(tokens.size() - 1).is(",")
                ? values.get(0)
                : new PythonValue.Many(values);
    }

    /** One element up to the comma or bracket that ends it. */
    private PythonValue element(int depth) {
        var value = atom(depth);
        if (ends()) {
            return value;
        }
        skip();
        return new PythonValue.Computed();
    }

    private PythonValue atom(int depth) {
        if (at < tokens.size() && tokens.get(at).kind() == Kind.STRING) {
            var text = new StringBuilder();
            while (at < tokens.size() && tokens.get(at).kind() == Kind.STRING) {
                text.append(tokens.get(at++).text());
            }
            return new PythonValue.Text(text.toString());
        }
        if (is("None")) {
            at++;
            return new PythonValue.None();
        }
        if (at < tokens.size() && depth < DEPTH && opens(tokens.get(at))) {
            return bracket(depth);
        }
        skip();
        return new PythonValue.Computed();
    }

    private PythonValue bracket(int depth) {
        var round = is("(");
        var closing = CLOSING.getOrDefault(tokens.get(at++).text(), "");
        var values = new ArrayList<PythonValue>();
        var commas = 0;
        while (at < tokens.size() && !is(closing)) {
            values.add(element(depth + 1));
            if (is(",")) {
                at++;
                commas++;
            } else if (!is(closing)) {
                return new PythonValue.Computed();
            }
        }
        at++;
        return round && values.size() == 1 && commas == 0 ? values.get(0) : new PythonValue.Many(values);
    }

    private static boolean opens(PythonToken token) {
        return token.kind() == Kind.OTHER && CLOSING.containsKey(token.text());
    }

    private static boolean closes(PythonToken token) {
        return token.kind() == Kind.OTHER && CLOSING.containsValue(token.text());
    }

    private boolean ends() {
        return at >= tokens.size() || is(",") || closes(tokens.get(at));
    }

    private void skip() {
        var depth = 0;
        while (at < tokens.size() && (depth > 0 || !ends())) {
            if (opens(tokens.get(at))) {
                depth++;
            } else if (closes(tokens.get(at))) {
                depth--;
            }
            at++;
        }
    }

    private boolean is(String text) {
        return at < tokens.size() && tokens.get(at).is(text);
    }
}
