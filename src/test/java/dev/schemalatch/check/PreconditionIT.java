package dev.schemalatch.check;

import static dev.schemalatch.check.Shop.USERS;
import static dev.schemalatch.check.Shop.configMap;
import static dev.schemalatch.check.Shop.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionUri;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.Postgres;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.TestDatabase;
import dev.schemalatch.verdict.Hold;
import dev.schemalatch.verdict.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of users': they are asked as superuser here, and still can do nothing but answer yes or no. */
class PreconditionIT {

    private static final String DUPLICATES = "SELECT email FROM users GROUP BY 1 HAVING count(*) > 1";

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = Databases.create();
        Shop.apply(database, "1_users", USERS);
        database.run(
                "INSERT INTO users VALUES (1, 'secret@example.com'), (2, 'secret@example.com')",
                "CREATE SCHEMA other",
                "CREATE SEQUENCE other.tickets",
                "CREATE FUNCTION other.writes() RETURNS int LANGUAGE sql AS 'DELETE FROM public.users RETURNING 1'",
                "CREATE FUNCTION other.tells() RETURNS int LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE 'secret@example.com' USING ERRCODE = 'SECRE'; END $$");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void whatReturnsARowDoesNotHoldAndIsPending() {
        var report = check(new Precondition("no-duplicates", DUPLICATES), new Precondition("ids", "VALUES (1)"));

        assertThat(report.preconditions()).isEqualTo(new Finding.Known<>(List.of("no-duplicates", "ids")));
        assertThat(report.assessment().verdict()).isEqualTo(Verdict.Pending);
        assertThat(report.assessment().found()).containsExactly(Hold.Precondition);
    }

    @Test
    void whatReturnsNoRowHolds() {
        var report = check(new Precondition("positive", "SELECT id FROM users WHERE id < 0"));

        assertThat(report.preconditions()).isEqualTo(new Finding.Known<>(List.of()));
        assertThat(report.required()).containsExactly(new Required("positive", new Finding.Known<>(true)));
        assertThat(report.assessment().verdict()).isEqualTo(Verdict.InSync);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM users -- ;",
                "SELECT 1 FROM users;",
                "SELECT 1 FROM users; -- done",
                "SELECT 1 FROM users /* ; */",
                "SELECT 1 /* /* */; COMMIT; DROP TABLE users; -- */",
                "SELECT ';' FROM users",
                "SELECT $a$; COMMIT; $a$ FROM users",
                "SELECT id, id FROM public.users",
                "(SELECT 1)",
                "TABLE users",
                "WITH x AS (SELECT 1) SELECT * FROM x",
                "SELECT 1 WHERE '{\"a\": 1}'::jsonb ? 'a'"
            })
    void whatPeopleWriteIsUnderstood(String sql) {
        assertThat(holds(sql).known()).as(sql).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "-- nothing",
                "SELECT 1; COMMIT; DROP TABLE users",
                "SELECT 1; SELECT 2",
                "SELECT 1) x; COMMIT; DROP TABLE users; --",
                "SELECT 1 \u0000; DROP TABLE users",
                "SELECT $$; COMMIT; DROP TABLE users; --",
                "SELECT $a$ $b$ $a$; COMMIT; DROP TABLE users; SELECT $c$ $b$ $c$",
                "SELECT '\\'; COMMIT; DROP TABLE users; --'",
                "SELECT E'\\'; COMMIT; DROP TABLE users; --'; COMMIT; DROP TABLE users",
                "COMMIT",
                "ROLLBACK",
                "DROP TABLE users",
                "SET TRANSACTION READ WRITE",
                "SELECT set_config('transaction_read_only', 'off', true)",
                "SELECT set_config('transaction_read_only', 'off', false)",
                "WITH gone AS (DELETE FROM users RETURNING 1) SELECT * FROM gone",
                "DELETE FROM users RETURNING 1",
                "SELECT * FROM users FOR UPDATE",
                "SELECT 1 AS a INTO stolen",
                "SELECT other.writes()",
                "SELECT nextval('other.tickets')",
                "SELECT setval('other.tickets', 7)",
                "COPY users TO PROGRAM 'cat > /tmp/stolen'",
                "COPY (SELECT 1) TO STDOUT",
                "DO $$ BEGIN DELETE FROM users; END $$",
                "CALL nothing()",
                "EXPLAIN ANALYZE DELETE FROM users",
                "PREPARE x AS SELECT 1",
                "LISTEN x",
                "VACUUM",
                "SHOW ALL",
                "SELECT lo_create(4711)",
                "SELECT nothing FROM users",
                "SELECT * FROM nowhere",
                "SELECT $1",
                "SELECT email::int FROM users",
                "SELECT 1 / (id - 1) FROM users",
                "SELECT other.tells()",
                "SELECT secret@example.com"
            })
    void whatIsNoSingleReadingCommandIsInvalidAndNothingIsTold(String sql) {
        var before = database.column("SELECT (count(*), (SELECT last_value FROM other.tickets))::text FROM users");

        var failure = holds(sql).failure().orElseThrow();

        assertThat(failure.reason()).as(sql).isEqualTo(Reason.PreconditionInvalid);
        assertThat(failure.message())
                .startsWith("precondition asked: ")
                .doesNotContain("secret")
                .doesNotContain("SECRE")
                .doesNotContain("users");
        assertThat(database.column("SELECT (count(*), (SELECT last_value FROM other.tickets))::text FROM users"))
                .isEqualTo(before);
    }

    @Test
    void whatTakesTooLongIsATimeOutAndLeavesTheRestOfTheReportKnown() {
        var request = CheckRequest.of(
                        "shop/orders", database.settings(), configMap("1_users", USERS), Duration.ofSeconds(10))
                .requiring(List.of(new Precondition("slow", "SELECT pg_sleep(3600)")));

        var report = Checkers.real().check(request);

        assertThat(report.preconditions().failure().map(Failure::reason)).contains(Reason.DatabaseTimeout);
        assertThat(report.drift().known()).isPresent();
        assertThat(report.assessment().verdict()).isEqualTo(Verdict.Unknown);
        assertThat(database.column("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%schemalatch_asks%' AND datname ="
                        + " current_database() AND pid <> pg_backend_pid()"))
                .isEmpty();
    }

    @Test
    void aTableThatSomeonesDdlLocksIsAskedLater() throws SQLException {
        try (var ddl = database.connect()) {
            ddl.setAutoCommit(false);
            ddl.createStatement().execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");

            assertThat(holds(DUPLICATES).failure()).get().isInstanceOf(Failure.Waiting.class);
        }
    }

    @Test
    void oneThatCannotBeAskedDoesNotHideThatAnotherDoesNotHold() {
        var report = check(
                new Precondition("broken", "SELECT"),
                new Precondition("wrong", "SELEC"),
                new Precondition("no-duplicates", DUPLICATES));

        assertThat(report.required()).hasSize(3);
        assertThat(report.preconditions().failure()).isPresent();
        assertThat(report.assessment().found()).containsExactly(Hold.Precondition, Hold.Unknown);
    }

    @Test
    void rowsThatAPolicyHidesAreNotTakenForAbsent() {
        try (var guarded = Databases.create()) {
            Shop.apply(guarded, "1_users", USERS);
            guarded.run("INSERT INTO users VALUES (1, 'a'), (2, 'a')", "ALTER TABLE users ENABLE ROW LEVEL SECURITY");
            var reader = guarded.reader("public._prisma_migrations", "public.users");

            assertThat(holds(reader, DUPLICATES).failure().map(Failure::reason)).contains(Reason.PreconditionInvalid);
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void everyVersionAnswers(int major) {
        try (var database = Databases.create(major)) {
            Shop.apply(database, "1_users", USERS);
            var reader = database.reader("public._prisma_migrations", "public.users");

            assertThat(holds(reader, DUPLICATES).known()).contains(true);
            assertThat(holds(reader, "SELECT 1").known()).contains(false);
            assertThat(holds(reader, "SELECT * FROM pg_authid").failure().map(Failure::reason))
                    .contains(Reason.PreconditionInvalid);
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedLeavesThemUnknown() {
        var nowhere = ConnectionUri.parse("postgresql://app:pw@127.0.0.1:1/orders", "Secret orders-db");

        assertThat(check(nowhere, new Precondition("asked", "SELECT 1"))
                        .preconditions()
                        .failure()
                        .map(Failure::reason))
                .contains(Reason.DatabaseUnreachable);
    }

    private static Finding<Boolean> holds(String sql) {
        return holds(database.settings(), sql);
    }

    private static Finding<Boolean> holds(ConnectionSettings settings, String sql) {
        var request = request(settings, configMap("1_users", USERS)).requiring(List.of(new Precondition("asked", sql)));
        return new Preconditions(new Postgres(AddressPolicy.open()))
                .ask(request, Deadline.after(InstantSource.system(), request.timeout()))
                .getFirst()
                .holds();
    }

    private static CheckReport check(Precondition... asked) {
        return check(database.settings(), asked);
    }

    private static CheckReport check(ConnectionSettings settings, Precondition... asked) {
        return Checkers.real()
                .check(request(settings, configMap("1_users", USERS)).requiring(List.of(asked)));
    }
}
