package dev.schemalatch.postgres;

import java.io.IOException;

/**
 * Follows the messages of an unencrypted connection (a type of one byte, a length of four that counts itself) and ends it
 * before the driver makes room for one that is larger than the budget.
 */
final class Frames {

    private static final int HEADER = 5;

    private final long largest;
    private int headerSeen;
    private long length;
    private long bodyLeft;

    Frames(long largest) {
        this.largest = largest;
    }

    /** @throws Meter.Exceeded where a message announces more than the budget */
    void follow(byte[] buffer, int offset, int count) throws IOException {
        var position = offset;
        while (position < offset + count) {
            if (bodyLeft > 0) {
                var skipped = Math.min(bodyLeft, offset + count - position);
                bodyLeft -= skipped;
                position += (int) skipped;
            } else {
                header(buffer[position++] & 0xff);
            }
        }
    }

    private void header(int value) throws IOException {
        length = headerSeen == 0 ? 0 : length << 8 | value;
        if (++headerSeen == HEADER) {
            if (length > largest) {
                throw new Meter.Exceeded(largest);
            }
            headerSeen = 0;
            bodyLeft = Math.max(0, length - 4);
        }
    }
}
