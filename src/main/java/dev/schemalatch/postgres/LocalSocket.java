package dev.schemalatch.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A Unix socket in the shape that the driver asks for. A hanging read is ended by closing it from another thread. */
final class LocalSocket extends Socket {

    private final SocketChannel channel;
    private final Deadline deadline;
    private final Meter meter;

    LocalSocket(Path file, Deadline deadline, Meter meter) throws IOException {
        this.channel = SocketChannel.open(UnixDomainSocketAddress.of(file));
        this.deadline = deadline;
        this.meter = meter;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) {
        // It is connected from the beginning.
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public InputStream getInputStream() {
        return new MeteredInput(Channels.newInputStream(channel), meter, () -> {
            if (deadline.passed()) {
                throw new Deadline.Passed();
            }
        });
    }

    @Override
    public OutputStream getOutputStream() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public int getSendBufferSize() {
        return 8192;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // There is no TCP.
    }

    @Override
    public void setKeepAlive(boolean on) {
        // There is no TCP.
    }

    @Override
    public void setSoTimeout(int timeout) {
        // The watchdog ends what takes too long.
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
