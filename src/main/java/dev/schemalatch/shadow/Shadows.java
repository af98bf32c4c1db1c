package dev.schemalatch.shadow;

import dev.schemalatch.connection.ConnectionSource;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.postgres.Postgres;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shadow servers at hand: one of our own per major version, started when first used and kept, and the users'. */
public final class Shadows implements AutoCloseable {

    private final EmbeddedPostgres embedded;
    private final Postgres postgres;
    private final Trust trust;
    private final Map<Integer, EmbeddedShadow> servers = new TreeMap<>();

    /**
     * @param postgres how users' servers are connected to
     * @param trust in the databases that are checked
     */
    public Shadows(EmbeddedPostgres embedded, Postgres postgres, Trust trust) {
        this.embedded = embedded;
        this.postgres = postgres;
        this.trust = trust;
    }

    /** Our own server of a major version. */
    public synchronized ShadowServer embedded(int major) {
        return servers.computeIfAbsent(
                major,
                wanted -> new EmbeddedShadow(() -> embedded.startOnSocket(wanted), postgres, DiskGuard.LIMIT, trust));
    }

    /** The server of the user's, where one is given, else ours: both of a major version. */
    public ShadowServer of(Optional<? extends ConnectionSource> given, int major) {
        return given.<ShadowServer>map(source -> at(source, major)).orElseGet(() -> embedded(major));
    }

    /** A server of the user's, where the settings' role may create databases; another major version is refused. */
    public ShadowServer at(ConnectionSource source, int major) {
        return new GivenShadow(source, major, postgres);
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(EmbeddedShadow::close);
        servers.clear();
    }
}
