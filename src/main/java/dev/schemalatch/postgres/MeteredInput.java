package dev.schemalatch.postgres;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A connection's input, counted, and ended at the deadline however slowly it drips. */
final class MeteredInput extends FilterInputStream {

    private final Meter meter;
    private final BeforeRead beforeRead;

    /** What stands before every read: bounds how long it may take. */
    interface BeforeRead {
        void run() throws IOException;
    }

    MeteredInput(InputStream in, Meter meter, BeforeRead beforeRead) {
        super(in);
        this.meter = meter;
        this.beforeRead = beforeRead;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        beforeRead.run();
        var count = super.read(buffer, offset, length);
        meter.count(buffer, offset, count);
        return count;
    }
}
