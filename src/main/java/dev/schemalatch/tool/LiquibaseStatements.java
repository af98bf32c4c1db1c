package dev.schemalatch.tool;

import dev.schemalatch.tool.LiquibaseTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes of SQL the statements that Liquibase sends, one by one ({@code util/StringUtil.java}, processMultiLineSQL). */
final class LiquibaseStatements {

    private static final Set<String> AFTER_END = Set.of("transaction", "trans", "tran");
    private static final Set<String> AFTER_BEGIN =
            Set.of("transaction", "trans", "tran", "dialog", "conversation", "distributed");
    /** A delimiter is a regular expression to Liquibase; one that could run for ever is not followed. */
    private static final Pattern HARMLESS = Pattern.compile("[^(){}+*]*+|[^(){}+*]*+(?:\\\\s[*+][^(){}+*]*+){0,3}");

    private final Optional<String> delimiter;
    private final boolean split;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean afterDelimiter;
    private int blocks;

    private LiquibaseStatements(boolean split, Optional<String> delimiter) {
        this.split = split;
        this.delimiter = delimiter;
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
        return delimiter.length() <= 40 && HARMLESS.matcher(delimiter).matches();
    }

    private List<String> cut(List<String> pieces) {
        var following = following(pieces);
        var previous = "";
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            count(piece, following.get(i));
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

    /** For each piece, the next one that is more than blanks. */
    private static List<String> following(List<String> pieces) {
        var following = new ArrayList<String>(pieces);
        var next = "";
        for (var i = pieces.size() - 1; i >= 0; i--) {
            following.set(i, next.toLowerCase(Locale.ROOT));
            next = pieces.get(i).isBlank() ? next : pieces.get(i).strip();
        }
        return following;
    }

    private void count(String piece, String next) {
        if (piece.equalsIgnoreCase("BEGIN") && !AFTER_BEGIN.contains(next)) {
            blocks++;
        }
        if (piece.equalsIgnoreCase("END") && blocks > 0 && !AFTER_END.contains(next)) {
            blocks--;
        }
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
        return piece.equalsIgnoreCase(given)
                || (given.length() > 1
                        && (previous + piece).length() <= 1000
                        && pattern(given)
                                .matcher((previous + piece).toLowerCase(Locale.ROOT))
                                .matches());
    }

    private static Pattern pattern(String delimiter) {
        return Pattern.compile("[\\s\n\r]*+" + delimiter.toLowerCase(Locale.ROOT));
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
