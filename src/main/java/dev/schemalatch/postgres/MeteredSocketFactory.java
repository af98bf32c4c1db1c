package dev.schemalatch.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * Makes the connections of one login. The driver makes it by its name and hands it the login's properties; the connections
 * it gives are already made, so that the driver resolves no name a second time.
 */
public final class MeteredSocketFactory extends SocketFactory {

    private final Line line;

    public MeteredSocketFactory(Properties properties) {
        this.line = Line.of(properties);
    }

    @Override
    public Socket createSocket() throws IOException {
        if (line.socket().isPresent()) {
            return new LocalSocket(Path.of(line.socket().get()), line.deadline(), Meter.following(line.bytes()));
        }
        var socket = new MeteredSocket(line.deadline(), Meter.counting(line.bytes()));
        try {
            var address = new InetSocketAddress(InetAddress.getByName(line.address()), line.port());
            socket.connect(address, line.deadline().atMost(Limits.CONNECT).wait(0));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket();
    }
}
