package dev.schemalatch.postgres;

import static dev.schemalatch.postgres.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.Query;
import dev.schemalatch.testing.Databases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static dev.schemalatch.testing.TestDatabase database;

    private final Postgres postgres = new Postgres(AddressPolicy.open());

    @BeforeAll
    static void create() {
        database = Databases.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private List<String> ask(ConnectionSettings settings, String sql) {
        return postgres.read(
                settings, "schemalatch/shop/orders", TIMEOUT, session -> session.rows(Query.of(sql)).stream()
                        .map(row -> row.text("a"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void theSessionIsReadOnlyNamedAndPinnedWhateverTheRoleAndTheDatabaseSay(int major) {
        try (var database = Databases.create(major)) {
            // given
            database.run(
                    "CREATE SCHEMA evil",
                    "ALTER DATABASE " + database.name() + " SET search_path = evil, public",
                    "ALTER DATABASE " + database.name() + " SET DateStyle = 'German'",
                    "ALTER DATABASE " + database.name() + " SET quote_all_identifiers = on");

            // when
            var said = ask(
                    database.reader(),
                    "SELECT current_setting(s) AS a FROM unnest(ARRAY['transaction_read_only', 'transaction_isolation',"
                            + " 'application_name', 'search_path', 'DateStyle', 'quote_all_identifiers', 'TimeZone',"
                            + " 'lock_timeout']) WITH ORDINALITY AS t (s, n) ORDER BY n");

            // then
            assertThat(said)
                    .containsExactly(
                            "on",
                            "repeatable read",
                            "schemalatch/shop/orders",
                            "\"\"",
                            "ISO, YMD",
                            "off",
                            "UTC",
                            "500ms");
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void nothingIsLeftBehindAndNoTransactionIdIsUsed(int major) {
        try (var database = Databases.create(major)) {
            // given
            var reader = database.reader();
            var before = database.column("SELECT pg_snapshot_xmax(pg_current_snapshot())::text");

            // when
            var catalog = postgres.read(reader, "schemalatch/shop/orders", TIMEOUT, new CatalogReader()::read);

            // then
            assertThat(catalog.schemas()).isNotNull();
            assertThat(database.column("SELECT pg_snapshot_xmax(pg_current_snapshot())::text"))
                    .isEqualTo(before);
            org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(database.column(
                            "SELECT usename FROM pg_stat_activity WHERE usename = '" + reader.user() + "'"))
                    .isEmpty());
        }
    }

    @Test
    void aStatementThatWritesIsRefused() {
        assertThat(failureOf(() -> ask(database.settings(), "SELECT set_config('a.b', 'c', false), 1 AS a"))
                        .isEmpty())
                .isTrue();
        assertThat(failureOf(() -> ask(database.settings(), "SELECT lo_create(0) AS a")))
                .hasValueSatisfying(failure -> assertThat(failure.message()).contains("25006"));
    }

    @Test
    void aMissingRightNamesTheTableAndTheSecret() {
        database.run("CREATE TABLE public.secrets (id int)");

        var failure = failureOf(() -> ask(database.reader(), "SELECT id::text AS a FROM public.secrets"));

        assertThat(failure).hasValueSatisfying(found -> {
            assertThat(found.reason()).isEqualTo(Reason.PermissionDenied);
            assertThat(found.message()).contains("table secrets", "Secret test-db", "SELECT");
        });
    }

    @Test
    void aTableLockedBySomeonesDdlIsNotWaitedFor() throws Exception {
        // given
        database.run("CREATE TABLE public.busy (id int)");
        try (var other = database.connect();
                var ddl = other.createStatement()) {
            other.setAutoCommit(false);
            ddl.execute("LOCK TABLE public.busy IN ACCESS EXCLUSIVE MODE");

            // when
            var start = System.nanoTime();
            var failure = failureOf(() -> ask(database.settings(), "SELECT id::text AS a FROM public.busy"));

            // then
            assertThat(failure)
                    .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo(Reason.ObjectLocked));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            other.rollback();
        }
    }

    @Test
    void aQueryThatTakesTooLongEndsWithTheCheck() {
        var failure = failureOf(() -> postgres.read(
                database.settings(),
                "schemalatch/cli",
                Duration.ofSeconds(2),
                session -> session.rows(Query.of("SELECT pg_sleep(60)"))));

        assertThat(failure)
                .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo(Reason.DatabaseTimeout));
    }

    @Test
    void aServerThatSendsTooMuchIsCutOff() {
        var failure = failureOf(
                () -> ask(database.settings(), "SELECT repeat('x', 1000000) AS a FROM generate_series(1, 100000)"));

        assertThat(failure)
                .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo(Reason.AnswerTooLarge));
    }

    @Test
    void aConnectionCutInTheMiddleIsAnOutage() {
        var failure = failureOf(() -> postgres.read(database.reader(), "schemalatch/cut", TIMEOUT, session -> {
            database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                    + database.reader().user() + "'");
            return session.rows(Query.of("SELECT 1 AS a"));
        }));

        assertThat(failure).hasValueSatisfying(found -> assertThat(found.reason())
                .isIn(Reason.DatabaseUnreachable, Reason.ServerStarting));
    }

    @Test
    void aWrongPasswordAMissingDatabaseAndAMissingCertificateEachHaveTheirReason() {
        var wrongPassword = database.as("schemalatch", "canary-wrong-password");
        var wrongDatabase =
                with(database.settings(), "no_such_db", database.settings().tls());
        var tls = with(
                database.settings(),
                database.name(),
                new ConnectionSettings.Tls(
                        ConnectionSettings.Mode.REQUIRE, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(failureOf(() -> ask(wrongPassword, "SELECT '' AS a"))).hasValueSatisfying(found -> {
            assertThat(found.reason()).isEqualTo(Reason.AuthenticationFailed);
            assertThat(found.message()).contains("Secret test-db").doesNotContain("canary");
        });
        assertThat(failureOf(() -> ask(wrongDatabase, "SELECT '' AS a"))).hasValueSatisfying(found -> {
            assertThat(found.reason()).isEqualTo(Reason.DatabaseNotFound);
            assertThat(found.message()).contains("no_such_db");
        });
        assertThat(failureOf(() -> ask(tls, "SELECT '' AS a")))
                .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo(Reason.TlsRefused));
    }

    @Test
    void anAddressThatTheInstallationDoesNotAllowIsNotConnectedTo() {
        var guarded = new Postgres(AddressPolicy.guarded(List.of(), List.of()));

        assertThat(failureOf(() -> guarded.read(database.settings(), "schemalatch/x", TIMEOUT, Session::version)))
                .hasValueSatisfying(found -> assertThat(found.reason()).isEqualTo(Reason.AddressRefused));
    }

    private static ConnectionSettings with(ConnectionSettings own, String name, ConnectionSettings.Tls tls) {
        return new ConnectionSettings(
                own.host(), own.port(), name, own.user(), own.password(), own.schema(), tls, own.origin());
    }
}
