package dev.schemalatch.shadow;

import java.util.regex.Pattern;

/**
 * PostgreSQL's primary message without values: names of objects stay, literals go. Statuses and events are read by more
 * people than the migrations are.
 */
final class Scrubbed {

    private static final int LONGEST = 300;
    private static final Pattern LITERAL = Pattern.compile("'[^']*('|\\z)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*(\"|\\z)", Pattern.DOTALL);
    private static final Pattern NEAR = Pattern.compile("(at or near )\"(.*)\"\\z", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}|[^\\w\\s'\"$]{1,2}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Scrubbed() {}

    /**
     * @param sqlState class 22 is about data: what it quotes is a value
     * @param raised whether the statements themselves wrote the text
     */
    static String message(String sqlState, String message, boolean raised) {
        if (raised || sqlState.equals("P0001")) {
            return "it raises an exception of its own";
        }
        var plain = near(message);
        plain = sqlState.startsWith("22") ? QUOTED.matcher(plain).replaceAll("(a value)") : plain;
        plain = LITERAL.matcher(plain).replaceAll("(a value)");
        plain = CONTROL.matcher(plain).replaceAll(" ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
    }

    /** A syntax error repeats the token it stumbled on, which may be a literal. */
    private static String near(String message) {
        var near = NEAR.matcher(message);
        if (!near.find() || WORD.matcher(near.group(2)).matches()) {
            return message;
        }
        return message.substring(0, near.start(1)) + near.group(1) + "(a value)";
    }
}
