package dev.schemalatch.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what a layer unpacks to, and stops it where it grows out of proportion or where the time is over. */
final class Gauge extends FilterInputStream {

    /** The most that the headers of one entry may take: its name and its link are held in memory. */
    private static final long HEADERS = 1024 * 1024;

    /** More than is unpacked. */
    static final class Over extends IOException {
        private static final long serialVersionUID = 1L;

        Over() {
            super("unpacks to more than is read");
        }
    }

    private final long most;
    private final Deadline deadline;
    private final String what;
    private long read;
    private long headersEnd = Long.MAX_VALUE;

    Gauge(InputStream unpacked, long most, Deadline deadline, String what) {
        super(unpacked);
        this.most = most;
        this.deadline = deadline;
        this.what = what;
    }

    /**
     * The next bytes are headers, but for the rest of the entry before them.
     *
     * @param entryEnd where that ends
     */
    void beginHeaders(long entryEnd) {
        headersEnd = Math.max(read, entryEnd) + HEADERS;
    }

    void endHeaders() {
        headersEnd = Long.MAX_VALUE;
    }

    /** How far it has been read. */
    long position() {
        return read;
    }

    private long count(long bytes) throws IOException {
        read += Math.max(0, bytes);
        if (read > most || read > headersEnd) {
            throw new Over();
        }
        deadline.check(what);
        return bytes;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return (int) count(super.read(buffer, offset, length));
    }

    @Override
    public long skip(long bytes) throws IOException {
        return count(super.skip(bytes));
    }
}
