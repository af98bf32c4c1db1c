package dev.schemalatch.tool;

/**
 * A string literal of a Python program.
 *
 * @param value what it holds; of escapes by number and name only their text, as no name of a migration is written so
 * @param end where the program goes on
 */
record PythonString(String value, int end) {

    /**
     * The literal whose first quote stands at a place. One without an end takes all that is left, or, where it is no long one, the rest
     * of its line.
     */
    static PythonString at(String text, int begin, boolean raw) {
        var quote = text.substring(begin, begin + 1);
        var isLong = text.startsWith(quote.repeat(3), begin);
        var end = isLong ? quote.repeat(3) : quote;
        var value = new StringBuilder();
        var at = begin + end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            var c = text.charAt(at);
            if (!isLong && c == '\n') {
                return new PythonString(value.toString(), at);
            }
            if (c == '\\' && at + 1 < text.length()) {
                value.append(raw ? text.substring(at, at + 2) : escaped(text.charAt(at + 1)));
                at += 2;
            } else {
                value.append(c);
                at++;
            }
        }
        return new PythonString(value.toString(), Math.min(text.length(), at + end.length()));
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "";
            case '\\', '\'', '"' -> String.valueOf(c);
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            default -> "\\" + c;
        };
    }
}
