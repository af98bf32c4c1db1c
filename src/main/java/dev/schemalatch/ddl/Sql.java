package dev.schemalatch.ddl;

/** How SQL writes names and texts. */
public final class Sql {

    private Sql() {}

    /** A name, always quoted: right whatever it is. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text, as a literal that is right whatever {@code standard_conforming_strings} says. */
    public static String text(String text) {
        var quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted;
    }
}
