package dev.schemalatch.operator;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text in its bounds: a status must stay far below a megabyte whatever a database is full of. */
final class Text {

    /** Characters of a name or an identity. */
    static final int NAME = 256;

    /** Characters of an expected or actual value. */
    static final int VALUE = 256;

    /** Characters of a sentence. */
    static final int SENTENCE = 512;

    /** Characters of a command. */
    static final int COMMAND = 1024;

    /** Characters of a condition's message. */
    static final int MESSAGE = 2048;

    /** Entries of a list. */
    static final int ENTRIES = 50;

    private static final String ELLIPSIS = "…";

    private Text() {}

    /** The text without control characters, cut at a whole character where it is longer. */
    static String bounded(String text, int limit) {
        var plain = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
        if (plain.length() <= limit) {
            return plain;
        }
        var end = limit - ELLIPSIS.length();
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    /** The text cut so that its UTF-8 is no longer than so many bytes. */
    static String boundedBytes(String text, int limit) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= limit) {
            return text;
        }
        var end = limit;
        while (end > 0 && isContinuation(bytes[end])) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static boolean isContinuation(byte utf8) {
        return (utf8 & 0xC0) == 0x80;
    }

    /** The first entries, each bounded. */
    static List<String> bounded(List<String> entries, int limit) {
        return entries.stream()
                .limit(ENTRIES)
                .map(entry -> bounded(entry, limit))
                .toList();
    }
}
