package dev.schemalatch.tool;

import java.util.regex.Pattern;

/** Text as a word of a command that is made to be pasted into a shell: names come from files and tables of strangers. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/@+-]*");

    private ShellWord() {}

    /** The text, in quotes where a shell would read more into it. */
    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** The text in quotes. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The text as the value of an option, which may begin with a dash. */
    static String argument(String text) {
        return (text.startsWith("-") ? "=" : " ") + of(text);
    }

    /** A statement for psql, for tools that have no command for it. */
    static String psql(String statement) {
        return "psql \"$DATABASE_URL\" -c " + quoted(statement);
    }
}
