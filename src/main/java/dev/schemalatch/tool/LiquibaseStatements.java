package dev.schemalatch.tool;

import dev.schemalatch.tool.LiquibaseTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes of SQL the statements that Liquibase sends, one by one ({@code util/StringUtil.java}, processMultiLineSQL). */
final class LiquibaseStatements {

    private static final Set<String> AFTER_END = Set.of("transaction", "trans", "tran");
    private static final Set<String> AFTER_BEGIN =
            Set.of("transaction", "trans", "tran", "dialog", "conversation", "distributed");
    /** A delimiter is a regular expression to Liquibase; one that could run for ever is not followed. */
    private static final Pattern HARMLESS = Pattern.compile("[^(){}+*]*(?:\\\\s[*+][^(){}+*]+){0,6}");

    private final Optional<String> delimiter;
    private final Pattern pattern;
    private final boolean split;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean afterDelimiter;
    private int blocks;

    private LiquibaseStatements(boolean split, Optional<String> delimiter) {
        this.split = split;
        this.delimiter = delimiter;
        this.pattern = pattern(delimiter.orElse(";"));
    }

    static List<String> of(String sql, boolean stripComments, boolean split, Optional<String> delimiter) {
        var pieces = LiquibaseTokens.of(sql.replace("\r", "")).stream()
                .filter(token -> token.kind() != Kind.COMMENT || !stripComments)
                .map(LiquibaseTokens.Token::text)
                .toList();
        return new LiquibaseStatements(split, delimiter)
                .cut(delimiter.map(given -> merged(pieces, given)).orElse(pieces));
    }

    static boolean follows(String delimiter) {
        try {
            return delimiter.length() <= 40
                    && HARMLESS.matcher(delimiter).matches()
                    && !pattern(delimiter).pattern().isEmpty();
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }

    private static Pattern pattern(String delimiter) {
        var lower = delimiter.toLowerCase(Locale.ROOT);
        return Pattern.compile("[\\s\n\r]*+" + (lower.length() > 1 ? lower : Pattern.quote(lower)));
    }

    private List<String> cut(List<String> pieces) {
        var previous = "";
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            count(pieces, i);
            if (blocks == 0 && split && delimits(piece, previous, i == 0)) {
                finish();
                afterDelimiter = true;
            } else {
                if (!piece.isBlank() || (!afterDelimiter && !current.isEmpty())) {
                    current.append(piece);
                }
                afterDelimiter = false;
            }
            previous = piece;
        }
        finish();
        return statements;
    }

    private void count(List<String> pieces, int at) {
        var piece = pieces.get(at);
        if (piece.equalsIgnoreCase("BEGIN") && !AFTER_BEGIN.contains(following(pieces, at))) {
            blocks++;
        }
        if (piece.equalsIgnoreCase("END") && blocks > 0 && !AFTER_END.contains(following(pieces, at))) {
            blocks--;
        }
    }

    /** The next piece that is more than blanks. */
    private static String following(List<String> pieces, int at) {
        return pieces.subList(at + 1, pieces.size()).stream()
                .filter(piece -> !piece.isBlank())
                .findFirst()
                .map(piece -> piece.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private boolean delimits(String piece, String previous, boolean first) {
        if (delimiter.isEmpty()) {
            return piece.equals(";")
                    || ((piece.equalsIgnoreCase("go") || piece.equals("/")) && (first || previous.endsWith("\n")));
        }
        var given = delimiter.get();
        if (given.equals("/") && !first && !previous.endsWith("\n")) {
            return false;
        }
        var both = previous + piece;
        return piece.equalsIgnoreCase(given)
                || (given.length() > 1
                        && both.length() <= 200
                        && pattern.matcher(both.toLowerCase(Locale.ROOT)).matches());
    }

    private void finish() {
        var statement = current.toString().strip();
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
        current.setLength(0);
    }

    // tokens that together are the delimiter become one
    private static List<String> merged(List<String> pieces, String delimiter) {
        var merged = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var piece : pieces) {
            var together = String.join("", open) + piece;
            if (!open.isEmpty() && together.equals(delimiter)) {
                merged.add(together);
                open.clear();
            } else if (delimiter.startsWith(together)) {
                open.add(piece);
            } else {
                merged.addAll(open);
                merged.add(piece);
                open.clear();
            }
        }
        return merged;
    }
}
