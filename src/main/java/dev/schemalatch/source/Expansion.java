package dev.schemalatch.source;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what an archive unpacks to, and stops where it grows out of all proportion. */
final class Expansion {

    /** Bytes that any archive may unpack to, however small it is: a few padded tar headers are no attack. */
    private static final long FREE = 4L * 1024 * 1024;

    private final String place;
    private final long most;
    private long expanded;

    Expansion(String place, long packed, Limits limits) {
        this.place = place;
        // tar adds a header and padding to each file, at most a kilobyte
        var unpacked = limits.totalBytes() + 1024L * limits.files();
        this.most = Math.min(unpacked, Math.max(FREE, packed * limits.expansion()));
    }

    InputStream counted(InputStream unpacked) {
        return new FilterInputStream(unpacked) {
            @Override
            public int read() throws IOException {
                var read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var read = super.read(buffer, offset, length);
                count(Math.max(read, 0));
                return read;
            }

            @Override
            public long skip(long bytes) throws IOException {
                var skipped = super.skip(bytes);
                count(skipped);
                return skipped;
            }
        };
    }

    private void count(long bytes) {
        expanded += bytes;
        if (expanded > most) {
            throw FailedException.of(
                    Reason.ArchiveRefused,
                    place + " unpacks to more than " + Shown.bytes(most)
                            + ", which migrations do not. Pack the migrations folder and nothing else.");
        }
    }
}
