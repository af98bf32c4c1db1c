package dev.schemalatch.embedded;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server that runs as our child on data of its own, and takes both with it when it is closed, when we exit, and
 * (where {@code setpriv} is installed) when we are killed.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** Not {@code postgres}: the databases that are imitated have a role of that name. */
    public static final String SUPERUSER = "schemalatch";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 3_000_000;

    private final Programs programs;
    private final Account account;
    private final DataFolder folder;
    private final Listening listening;
    private final Process process;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::stop, "postgres-stop");

    private EmbeddedServer(
            Programs programs, Account account, DataFolder folder, Listening listening, Process process) {
        this.programs = programs;
        this.account = account;
        this.folder = folder;
        this.listening = listening;
        this.process = process;
    }

    static EmbeddedServer start(
            Programs programs, Account account, Path parent, Listening listening, List<String> extraSettings) {
        try {
            var folder = DataFolder.create(parent, account, programs);
            if (listening instanceof Listening.OnLoopback loopback) {
                setPassword(programs, account, folder, loopback.password());
            }
            var settings = new ArrayList<>(Tuning.of(programs.version()));
            settings.addAll(listening.settings(folder.socket()));
            settings.addAll(extraSettings);
            var command = account.childCommand(programs.serve(folder.data(), settings));
            var process = Child.start(command, folder.log(), "postgres-" + programs.version());
            var server = new EmbeddedServer(programs, account, folder, listening, process);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In single-user mode, before anybody can connect. */
    private static void setPassword(Programs programs, Account account, DataFolder folder, Password password) {
        Programs.run(
                account.command(List.of(
                        programs.program("postgres"),
                        "--single",
                        "-D",
                        folder.data().toString(),
                        "postgres")),
                "ALTER ROLE " + SUPERUSER + " PASSWORD '" + password.reveal() + "'\n");
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!folder.ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                var said = folder.lastWords();
                close();
                throw FailedException.of(
                        Reason.ShadowUnavailable, "The embedded PostgreSQL " + version() + " did not start: " + said);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    public ServerVersion version() {
        return programs.version();
    }

    /** The socket's file; who can open it is trusted as any role. */
    public Path socket() {
        return folder.socket().resolve(".s.PGSQL." + listening.port());
    }

    /**
     * How the superuser reaches a database over TCP.
     *
     * @throws IllegalStateException where the server listens on its socket only
     */
    public ConnectionSettings settings(String database) {
        if (!(listening instanceof Listening.OnLoopback loopback)) {
            throw new IllegalStateException("listens on a socket only");
        }
        return new ConnectionSettings(
                "127.0.0.1",
                loopback.port(),
                database,
                SUPERUSER,
                loopback.password(),
                Optional.empty(),
                new ConnectionSettings.Tls(
                        ConnectionSettings.Mode.DISABLE, Optional.empty(), Optional.empty(), Optional.empty()),
                "the embedded PostgreSQL " + version());
    }

    /**
     * Runs SQL as the superuser, as one simple query in autocommit.
     *
     * @throws FailedException {@code ShadowUnavailable}
     */
    public void run(String database, String sql) {
        new Script(sql).run(settings(database));
    }

    public boolean running() {
        return process.isAlive();
    }

    /** Ends the server at once, whatever its sessions are doing, and deletes its data. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook is running, or has run.
        }
    }

    private void stop() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (process.isAlive()) {
                Programs.run(account.command(programs.quit(folder.data())), "");
            }
        } catch (FailedException | UncheckedIOException stubborn) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        } finally {
            process.destroyForcibly();
            process.onExit().join();
            folder.delete();
        }
    }
}
