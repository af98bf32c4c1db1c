package dev.schemalatch.postgres;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.Password;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A database to connect to.
 *
 * @param socket the Unix socket of a server of our own, taken instead of host and port
 */
public record Target(ConnectionSettings settings, Optional<Path> socket) {

    public static Target of(ConnectionSettings settings) {
        return new Target(settings, Optional.empty());
    }

    /**
     * A database of a server of our own, which trusts whoever can open its socket.
     *
     * @param origin what messages call the server
     */
    public static Target local(Path socket, String database, String user, String origin) {
        var tls = new ConnectionSettings.Tls(
                ConnectionSettings.Mode.DISABLE, Optional.empty(), Optional.empty(), Optional.empty());
        var settings = new ConnectionSettings(
                "localhost", 5432, database, user, Password.none(), Optional.empty(), tls, origin);
        return new Target(settings, Optional.of(socket));
    }
}
