package dev.schemalatch.tool;

/** Text as a literal of SQL. */
final class SqlText {

    private SqlText() {}

    /** In quotes, whatever it holds. */
    static String literal(String text) {
        var quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }
}
