package dev.schemalatch.tool;

import java.util.ArrayList;
import java.util.List;

/** Text as programs in Go take it apart: {@code strings.TrimSpace}, {@code strings.Fields} and {@code bufio.ScanLines}. */
final class GoText {

    private GoText() {}

    /** {@code unicode.IsSpace}; Java's own ideas of white space leave out the no-break spaces, or take in control characters. */
    static boolean isSpace(int character) {
        return character >= '\t' && character <= '\r'
                || character == ' '
                || character == 0x85
                || character == 0xa0
                || character > 0xff && Character.isSpaceChar(character);
    }

    static String trim(String text) {
        return trimRight(trimLeft(text));
    }

    static String trimLeft(String text) {
        var start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    private static String trimRight(String text) {
        var end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The words between white space. */
    static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        var rest = trim(text);
        while (!rest.isEmpty()) {
            var end = 0;
            while (end < rest.length() && !isSpace(rest.charAt(end))) {
                end++;
            }
            fields.add(rest.substring(0, end));
            rest = trimLeft(rest.substring(end));
        }
        return fields;
    }

    /** The lines without their ends; one carriage return before a line feed, or at the very end, goes with it. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        var start = 0;
        while (start < text.length()) {
            var feed = text.indexOf('\n', start);
            var end = feed < 0 ? text.length() : feed;
            var line = text.substring(start, end);
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            start = end + 1;
        }
        return lines;
    }
}
