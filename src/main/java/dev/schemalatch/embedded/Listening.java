package dev.schemalatch.embedded;

import dev.schemalatch.connection.Password;
import java.nio.file.Path;
import java.util.List;

/** How a server is reached. */
sealed interface Listening {

    int port();

    List<String> settings(Path socket);

    /** A socket in a folder that only we can enter; no TCP port at all. */
    record OnSocket() implements Listening {

        @Override
        public int port() {
            return 5432;
        }

        @Override
        public List<String> settings(Path socket) {
            return List.of("listen_addresses=", "unix_socket_directories=" + socket, "port=" + port());
        }
    }

    /** 127.0.0.1 and a password. */
    record OnLoopback(int port, Password password) implements Listening {

        @Override
        public List<String> settings(Path socket) {
            return List.of("listen_addresses=127.0.0.1", "unix_socket_directories=" + socket, "port=" + port);
        }
    }
}
