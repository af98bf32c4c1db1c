package dev.schemalatch.embedded;

import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;

/** Starts PostgreSQL servers of the major versions whose programs are at hand. */
public final class EmbeddedPostgres {

    private static final int ATTEMPTS = 3;

    private final Folders folders;
    private final Account account;
    private final Installations installations;

    /**
     * @throws FailedException {@code ShadowUnavailable} where we are root and may not become another user
     */
    public EmbeddedPostgres(Folders folders) {
        this.folders = folders;
        this.account = Account.current();
        this.installations = new Installations(folders, account);
    }

    /** The major versions that can be started. */
    public SortedSet<Integer> majors() {
        return installations.majors();
    }

    /**
     * Unpacks a version, so that later starts need neither its archive nor the right to write: for the build of an image.
     *
     * @throws FailedException {@code ShadowUnavailable}
     */
    public void prepare(int major) {
        var ignored = installations.programs(major);
    }

    /**
     * Starts a server that listens on a socket in a private folder only.
     *
     * @throws FailedException {@code ShadowUnavailable}
     */
    public EmbeddedServer startOnSocket(int major) {
        return EmbeddedServer.start(
                installations.programs(major), account, folders.data(), new Listening.OnSocket(), List.of());
    }

    /**
     * Starts a server that listens on a free port of 127.0.0.1, with a random password.
     *
     * @param settings further settings, as {@code name=value}
     * @throws FailedException {@code ShadowUnavailable}
     */
    public EmbeddedServer startOnLoopback(int major, String... settings) {
        var programs = installations.programs(major);
        for (var attempt = 1; ; attempt++) {
            try {
                var listening = new Listening.OnLoopback(freePort(), randomPassword());
                return EmbeddedServer.start(programs, account, folders.data(), listening, List.of(settings));
            } catch (FailedException maybePortTaken) {
                if (attempt == ATTEMPTS) {
                    throw maybePortTaken;
                }
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Password randomPassword() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return Password.of(HexFormat.of().formatHex(bytes));
    }
}
