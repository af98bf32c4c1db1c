package dev.schemalatch.postgres;

import static dev.schemalatch.postgres.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HostileServerIT {

    private final Postgres postgres = new Postgres(AddressPolicy.open());

    /** What a server does with a connection. */
    private interface Behaviour {
        void serve(Socket socket) throws IOException;
    }

    private Failure readFrom(Duration timeout, Behaviour behaviour) throws IOException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try {
                        var socket = server.accept();
                        Thread.ofVirtual().start(() -> serve(behaviour, socket));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            return failureOf(() -> postgres.read(to(server.getLocalPort()), "schemalatch/x", timeout, Session::version))
                    .orElseThrow();
        }
    }

    private static void serve(Behaviour behaviour, Socket socket) {
        try (socket) {
            behaviour.serve(socket);
        } catch (IOException closed) {
            return;
        }
    }

    private static ConnectionSettings to(int port) {
        var tls = new ConnectionSettings.Tls(
                ConnectionSettings.Mode.DISABLE, Optional.empty(), Optional.empty(), Optional.empty());
        return new ConnectionSettings(
                "localhost", port, "db", "user", Password.of("canary"), Optional.empty(), tls, "Secret test-db");
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsGivenUp() throws IOException {
        var start = System.nanoTime();
        var failure = readFrom(Duration.ofSeconds(2), socket -> {
            while (socket.getInputStream().read() >= 0) {
                continue;
            }
        });

        assertThat(failure.reason()).isEqualTo(Reason.DatabaseUnreachable);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aServerThatDripsIsGivenUpAtTheDeadline() throws IOException {
        var start = System.nanoTime();
        var failure = readFrom(Duration.ofSeconds(2), socket -> {
            // a parameter status of a megabyte, byte by byte
            socket.getOutputStream().write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 0, 'S', 0, 16, 0, 0});
            for (var i = 0; i < 600; i++) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                LockSupport.parkNanos(100_000_000);
            }
        });

        assertThat(failure.reason()).isEqualTo(Reason.DatabaseUnreachable);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aServerThatFloodsTheLoginIsCutOff() throws IOException {
        var failure = readFrom(Duration.ofSeconds(20), socket -> {
            socket.getOutputStream().write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 0});
            var notice = new byte[8192];
            notice[0] = 'N';
            notice[3] = 32 - 1;
            notice[4] = (byte) 255;
            notice[5] = 'M';
            while (!socket.isClosed()) {
                socket.getOutputStream().write(notice);
            }
        });

        assertThat(failure.reason()).isEqualTo(Reason.DatabaseUnreachable);
    }

    @Test
    void refusedSilentAndUnknownReadTheSame() throws IOException {
        var silent = readFrom(Duration.ofSeconds(1), socket -> LockSupport.parkNanos(3_000_000_000L));
        var refused = failureOf(() -> postgres.read(to(1), "schemalatch/x", Duration.ofSeconds(5), Session::version))
                .orElseThrow();
        var own = to(1);
        var nowhere = new ConnectionSettings(
                "db.invalid", 1, "db", "user", own.password(), own.schema(), own.tls(), own.origin());
        var unknown = failureOf(() -> postgres.read(nowhere, "schemalatch/x", Duration.ofSeconds(5), Session::version))
                .orElseThrow();

        assertThat(silent.message().replaceAll("localhost:\\d+", "HOST"))
                .isEqualTo(refused.message().replaceAll("localhost:\\d+", "HOST"))
                .isEqualTo(unknown.message().replace("db.invalid:1", "HOST"))
                .contains("Secret test-db")
                .doesNotContain("canary");
    }

    @Test
    void aServerThatSpeaksAnotherProtocolIsUnreachable() throws IOException {
        var failure = readFrom(Duration.ofSeconds(5), socket -> socket.getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

        assertThat(failure.reason()).isEqualTo(Reason.DatabaseUnreachable);
    }
}
