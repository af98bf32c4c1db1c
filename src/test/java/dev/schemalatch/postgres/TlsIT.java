package dev.schemalatch.postgres;

import static dev.schemalatch.postgres.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionSettings.Mode;
import dev.schemalatch.connection.ConnectionSettings.Pem;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.EmbeddedServer;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Query;
import dev.schemalatch.testing.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsIT {

    private static SelfSigned server;
    private static SelfSigned stranger;
    private static EmbeddedServer postgres;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        SelfSigned.openTo(folder);
        server = SelfSigned.make(folder.resolve("server"), "localhost");
        stranger = SelfSigned.make(folder.resolve("stranger"), "localhost");
        postgres = new EmbeddedPostgres(Folders.of(System.getenv()))
                .startOnLoopback(
                        Databases.ANY_MAJOR,
                        "ssl=on",
                        "ssl_cert_file=" + server.certificateFile(),
                        "ssl_key_file=" + server.keyFile(),
                        "ssl_ca_file=" + server.certificateFile());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static ConnectionSettings settings(String host, Mode mode, Optional<SelfSigned> root, boolean client) {
        var own = postgres.settings("postgres");
        var tls = new ConnectionSettings.Tls(
                mode,
                root.map(ca -> new Pem(ca.certificate())),
                client ? Optional.of(new Pem(server.certificate())) : Optional.empty(),
                client ? Optional.of(new Pem(server.key())) : Optional.empty());
        return new ConnectionSettings(
                host, own.port(), own.database(), own.user(), own.password(), Optional.empty(), tls, "Secret test-db");
    }

    private static String ask(ConnectionSettings settings) {
        return new Postgres(AddressPolicy.open())
                .read(settings, "schemalatch/tls", Duration.ofSeconds(20), session -> session.rows(
                                Query.of(
                                        "SELECT ssl::text || coalesce(client_dn, '') AS a FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                        .getFirst()
                        .text("a"));
    }

    private static Optional<Failure> failure(ConnectionSettings settings) {
        return failureOf(() -> ask(settings));
    }

    @ParameterizedTest
    @EnumSource
    void theRightAuthorityAndTheRightNameSatisfyEveryMode(Mode mode) {
        var encrypted = mode != Mode.DISABLE && mode != Mode.ALLOW;

        assertThat(ask(settings("localhost", mode, Optional.of(server), false))).isEqualTo(Boolean.toString(encrypted));
    }

    @Test
    void encryptionAloneAsksForNoAuthority() {
        assertThat(ask(settings("127.0.0.1", Mode.REQUIRE, Optional.empty(), false)))
                .isEqualTo("true");
    }

    @Test
    void aStrangersCertificateIsRefusedAndNamesTheSecret() {
        for (var mode : new Mode[] {Mode.VERIFY_CA, Mode.VERIFY_FULL}) {
            for (var root : java.util.List.of(Optional.of(stranger), Optional.<SelfSigned>empty())) {
                assertThat(failure(settings("localhost", mode, root, false))).hasValueSatisfying(found -> {
                    assertThat(found.reason()).isEqualTo(Reason.TlsRefused);
                    assertThat(found.message()).contains("Secret test-db", mode.text(), "ca.crt");
                });
            }
        }
    }

    @Test
    void theNameIsComparedInVerifyFullOnly() {
        assertThat(ask(settings("127.0.0.1", Mode.VERIFY_CA, Optional.of(server), false)))
                .isEqualTo("true");
        assertThat(failure(settings("127.0.0.1", Mode.VERIFY_FULL, Optional.of(server), false)))
                .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo(Reason.TlsRefused));
    }

    @Test
    void aClientCertificateIsPresented() {
        assertThat(ask(settings("localhost", Mode.VERIFY_FULL, Optional.of(server), true)))
                .isEqualTo("true/CN=localhost");
    }

    @Test
    void aBrokenCertificateIsNotAnOutage() {
        var own = settings("localhost", Mode.REQUIRE, Optional.empty(), false);
        var broken = new ConnectionSettings.Tls(
                Mode.VERIFY_FULL,
                Optional.of(new Pem("-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----")),
                Optional.empty(),
                Optional.empty());
        var settings = new ConnectionSettings(
                own.host(), own.port(), own.database(), own.user(), own.password(), own.schema(), broken, own.origin());

        assertThat(failure(settings))
                .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo(Reason.TlsRefused));
    }
}
