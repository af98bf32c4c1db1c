package dev.schemalatch.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;

/** A TCP connection that keeps to its limits by itself. */
final class MeteredSocket extends Socket {

    private final Deadline deadline;
    private final Meter meter;
    private volatile int timeout;

    MeteredSocket(Deadline deadline, Meter meter) {
        this.deadline = deadline;
        this.meter = meter;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new MeteredInput(super.getInputStream(), meter, () -> super.setSoTimeout(deadline.wait(timeout)));
    }

    @Override
    public void setSoTimeout(int timeout) {
        this.timeout = timeout;
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return timeout;
    }
}
