package dev.schemalatch.tool;

import java.nio.charset.StandardCharsets;

/** Bytes as JavaScript reads them as UTF-8: what is none becomes U+FFFD, and a byte order mark stays. */
final class JavaScriptText {

    private static final int SURROGATE_LEAD = 0xed;

    private JavaScriptText() {}

    /** The text. Java and JavaScript agree on all bytes but those of encoded surrogates: one U+FFFD here, three there. */
    static String of(byte[] bytes) {
        var broken = bytes.clone();
        for (var i = 0; i + 1 < broken.length; i++) {
            if ((broken[i] & 0xff) == SURROGATE_LEAD && (broken[i + 1] & 0xff) >= 0xa0) {
                broken[i] = (byte) 0xff;
            }
        }
        return new String(broken, StandardCharsets.UTF_8);
    }
}
