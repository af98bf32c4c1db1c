package dev.schemalatch.shadow;

import static dev.schemalatch.shadow.ShadowFixture.plain;
import static dev.schemalatch.shadow.ShadowFixture.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.embedded.EmbeddedPostgres;
import dev.schemalatch.embedded.Folders;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.testing.Databases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMigrationIT {

    private static ShadowFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new ShadowFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    /** The server goes on, and knows nobody but the one who asks. */
    @AfterEach
    void nothingStays() {
        var said = fixture.replay(
                Databases.ANY_MAJOR,
                plain(),
                scratch -> "asked",
                "DO $$BEGIN ASSERT (SELECT count(*) FROM pg_database WHERE datname LIKE 'schemalatch_scratch%') = 1;"
                        + " ASSERT (SELECT count(*) FROM pg_roles WHERE rolname LIKE 'schemalatch_replay%') = 1;"
                        + " ASSERT (SELECT count(*) FROM pg_stat_activity WHERE usename LIKE 'schemalatch_replay%') = 1;"
                        + " END$$");
        assertThat(said).isEqualTo("asked");
    }

    private static Failure failure(int major, Preparation preparation, String sql) {
        return catchThrowableOfType(FailedException.class, () -> fixture.replay(major, preparation, scratch -> "", sql))
                .failure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTICE", "INFO", "WARNING"})
    void aFloodOfMessagesIsCutOff(String level) {
        var flood = failure(
                Databases.ANY_MAJOR,
                plain(),
                "DO $$BEGIN LOOP RAISE " + level + " '%', repeat('x', 10000); END LOOP; END$$");

        assertThat(flood.reason()).isEqualTo(Reason.ReplayFailed);
        assertThat(flood.message()).contains("m1", "notices");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT repeat('x', 100000000)",
                "DO $$BEGIN RAISE NOTICE '%', repeat('x', 100000000); END$$",
                "DO $$BEGIN RAISE EXCEPTION '%', repeat('x', 100000000); END$$",
                "SELECT repeat('x', 1000) FROM generate_series(1, 10000000)"
            })
    void oneAnswerThatIsTooLargeIsCutOffBeforeItIsTakenIn(String sql) {
        assertThat(failure(Databases.ANY_MAJOR, plain(), sql).reason()).isEqualTo(Reason.ReplayFailed);
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aLoopThatCatchesItsCancellationIsEndedAtTheLimit(int major) {
        var start = System.nanoTime();
        var failure = failure(
                major,
                within(Duration.ofSeconds(3)),
                "SET statement_timeout = 0; DO $$BEGIN LOOP BEGIN PERFORM pg_sleep(0.1); EXCEPTION WHEN query_canceled THEN"
                        + " NULL; END; END LOOP; END$$");

        assertThat(failure.reason()).isEqualTo(Reason.ReplayFailed);
        assertThat(failure.message()).contains("m1", "timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void theSandboxCannotBeLeft(int major) {
        for (var sql : List.of(
                "CREATE TABLE t (a text); COPY t FROM PROGRAM 'id'",
                "COPY (SELECT 1) TO '/tmp/schemalatch-escape'",
                "SELECT pg_read_file('postgresql.conf')",
                "SELECT lo_import('/etc/passwd')",
                "RESET ROLE; CREATE ROLE evil SUPERUSER",
                "SET ROLE schemalatch",
                "SET SESSION AUTHORIZATION schemalatch",
                "RESET SESSION AUTHORIZATION; SET ROLE NONE; ALTER SYSTEM SET log_statement = 'all'",
                "GRANT schemalatch TO CURRENT_USER",
                "GRANT pg_execute_server_program TO CURRENT_USER",
                "ALTER ROLE CURRENT_USER SUPERUSER",
                "SET log_min_messages = debug5",
                "CREATE EXTENSION postgres_fdw",
                "CREATE EXTENSION file_fdw",
                "CREATE LANGUAGE plpython3u",
                "CREATE DATABASE another",
                "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION now()")) {
            assertThat(failure(major, plain(), sql).reason())
                    .as(sql)
                    .isIn(Reason.ShadowUnsupported, Reason.ReplayFailed);
        }
    }

    @Test
    void aMigrationThatEndsItsOwnSessionDoesNotEndUs() {
        assertThat(failure(Databases.ANY_MAJOR, plain(), "SELECT pg_terminate_backend(pg_backend_pid())")
                        .reason())
                .isEqualTo(Reason.ShadowUnavailable);
    }

    @Test
    void aDatabaseThatGrowsWithoutEndIsDropped() {
        var embedded = new EmbeddedPostgres(Folders.of(System.getenv()));
        try (var small = new EmbeddedShadow(
                () -> embedded.startOnSocket(Databases.ANY_MAJOR),
                new Postgres(AddressPolicy.open()),
                30L << 20,
                Trust.Strangers)) {
            var failed = catchThrowableOfType(
                    FailedException.class,
                    () -> small.scratch(within(Duration.ofSeconds(40)), scratch -> {
                        scratch.apply(ShadowFixture.migration(
                                "huge",
                                "CREATE TABLE t (a text); DO $$BEGIN LOOP INSERT INTO t SELECT repeat(md5(i::text), 30)"
                                        + " FROM generate_series(1, 10000) AS i; END LOOP; END$$"));
                        return "";
                    }));

            assertThat(failed.failure().reason()).isEqualTo(Reason.ShadowUnsupported);
            assertThat(failed.failure().message()).contains("huge", "larger");
        }
    }
}
