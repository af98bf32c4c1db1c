package dev.schemalatch.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What becomes of bytes in YAML and JSON. */
final class TextForm {

    /** Bytes of all annotations of an object; a little is left to others. */
    private static final long ANNOTATION = 256 * 1024 - 4096;

    private TextForm() {}

    /**
     * Whether the bytes are text that comes through YAML unchanged in any style: UTF-8 without a byte order mark, carriage
     * returns and other control characters. YAML makes one line end of another.
     */
    static boolean survives(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .codePoints()
                    .allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c) && !breaks(c));
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static boolean breaks(int c) {
        return c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe || c == 0xffff;
    }

    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether the object as JSON fits in the annotation in which client-side apply keeps what was applied last. */
    static boolean fitsAnnotation(PackedConfigMap packing) {
        var text = packing.data().entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey()) + escaped(entry.getValue()) + 6)
                .sum();
        var binary = packing.binaryData().entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey()) + (entry.getValue().length + 2) / 3 * 4L + 6)
                .sum();
        return text + binary <= ANNOTATION;
    }

    // kubectl writes &, < and > as six characters
    private static long escaped(String text) {
        return bytes(text)
                + text.chars()
                        .map(c -> switch (c) {
                            case '\n', '\t', '"', '\\' -> 1;
                            case '&', '<', '>' -> 5;
                            default -> 0;
                        })
                        .asLongStream()
                        .sum();
    }
}
