package dev.schemalatch.postgres;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a socket factory must know, carried through the driver in properties of our own names.
 *
 * @param address the literal of the resolved address; empty text for a Unix socket
 */
record Line(String address, int port, Optional<String> socket, Deadline deadline, long bytes) {

    private static final String ADDRESS = "schemalatch.address";
    private static final String PORT = "schemalatch.port";
    private static final String SOCKET = "schemalatch.socket";
    private static final String DEADLINE = "schemalatch.deadline";
    private static final String BYTES = "schemalatch.bytes";

    static Line to(InetAddress address, int port, Deadline deadline, long bytes) {
        return new Line(address.getHostAddress(), port, Optional.empty(), deadline, bytes);
    }

    static Line to(Path socket, Deadline deadline, long bytes) {
        return new Line("", 0, Optional.of(socket.toString()), deadline, bytes);
    }

    static Line of(Properties properties) {
        return new Line(
                properties.getProperty(ADDRESS, ""),
                Integer.parseInt(properties.getProperty(PORT, "0")),
                Optional.ofNullable(properties.getProperty(SOCKET)),
                new Deadline(Long.parseLong(properties.getProperty(DEADLINE, "0"))),
                Long.parseLong(properties.getProperty(BYTES, "0")));
    }

    void write(Properties properties) {
        properties.setProperty(ADDRESS, address);
        properties.setProperty(PORT, Integer.toString(port));
        socket.ifPresent(file -> properties.setProperty(SOCKET, file));
        properties.setProperty(DEADLINE, Long.toString(deadline.nanos()));
        properties.setProperty(BYTES, Long.toString(bytes));
    }
}
