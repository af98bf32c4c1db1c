package dev.schemalatch.check;

import static dev.schemalatch.check.Shop.USERS;
import static dev.schemalatch.check.Shop.configMap;
import static dev.schemalatch.check.Shop.record;
import static dev.schemalatch.check.Shop.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionUri;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.ConfigMapSource;
import dev.schemalatch.source.Source;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.DriftLines;
import dev.schemalatch.testing.TestDatabase;
import dev.schemalatch.verdict.Hold;
import dev.schemalatch.verdict.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can go wrong on the road: each has a reason, takes nothing else with it, and leaves nothing behind. */
class RoadIT {

    private static final Source MIGRATIONS = configMap("1_users", USERS);

    @Test
    void aDatabaseThatCannotBeReachedLeavesTheFilesKnown() {
        var report =
                check(ConnectionUri.parse("postgresql://app:pw@127.0.0.1:1/orders", "Secret orders-db"), MIGRATIONS);

        assertThat(report.migrations().known()).isPresent();
        assertThat(report.database().failure()).map(Failure::reason).contains(Reason.DatabaseUnreachable);
        assertThat(report.history().failure()).map(Failure::reason).contains(Reason.DatabaseUnreachable);
        assertThat(report.assessment().verdict()).isEqualTo(Verdict.Unknown);
        assertThat(report.assessment().found()).containsExactly(Hold.Unknown);
    }

    @Test
    void aWrongPasswordIsSomebodysToMend() {
        try (var database = Databases.create()) {
            var report = check(database.as("schemalatch", "wrong"), MIGRATIONS);

            assertThat(report.history().failure()).get().isInstanceOf(Failure.Stalled.class);
            assertThat(report.history().failure()).map(Failure::reason).contains(Reason.AuthenticationFailed);
        }
    }

    @Test
    void filesThatAreNoMigrationsAreNamed() {
        try (var database = Databases.create()) {
            var notes = new ConfigMapSource("orders-migrations", Map.of("notes.txt", "hello"), Map.of());

            var report = check(database.settings(), notes);

            assertThat(report.migrations().failure()).get().satisfies(failure -> {
                assertThat(failure).isInstanceOf(Failure.Stalled.class);
                assertThat(failure.message()).contains("orders-migrations");
            });
            assertThat(report.assessment().verdict()).isEqualTo(Verdict.Unknown);
        }
    }

    @Test
    void aHistoryTableThatTheRoleMayNotReadIsNamedAndTheServerStaysKnown() {
        try (var database = Databases.create()) {
            record(database, "1_users", USERS);

            var report = check(database.reader(), MIGRATIONS);

            assertThat(report.database().known()).isPresent();
            assertThat(report.history().failure()).get().satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.PermissionDenied);
                assertThat(failure.message())
                        .contains("public._prisma_migrations")
                        .contains("GRANT");
            });
        }
    }

    @Test
    void aHistoryOfPrisma8IsNamedAndNotReadAsAnEmptyOne() {
        try (var database = Databases.create()) {
            database.run("CREATE SCHEMA prisma_contract; CREATE TABLE prisma_contract.marker (space text)");

            var report = check(database.settings(), MIGRATIONS);

            assertThat(report.history().failure()).map(Failure::reason).contains(Reason.ToolUnsupported);
        }
    }

    @Test
    void aTableLockedBySomeonesDdlIsNotWaitedForAndSoonTriedAgain() throws SQLException {
        try (var database = Databases.create();
                var ddl = database.connect()) {
            record(database, "1_users", USERS);
            ddl.setAutoCommit(false);
            ddl.createStatement().execute("LOCK TABLE public._prisma_migrations IN ACCESS EXCLUSIVE MODE");

            var report = check(database.settings(), MIGRATIONS);

            assertThat(report.history().failure()).get().isInstanceOf(Failure.Waiting.class);
        }
    }

    @Test
    void aMigrationThatDoesNotReplayIsNamedWithItsStatementAndWhatPostgresqlSaid() {
        try (var database = Databases.create()) {
            var sql = "CREATE TABLE users (id int);\nALTER TABLE nowhere ADD x int;\n";
            var broken = configMap("1_users", sql);
            record(database, "1_users", sql);

            var report = check(database.settings(), broken);

            assertThat(report.history().known()).isPresent();
            assertThat(report.drift().failure()).get().satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.ReplayFailed);
                assertThat(failure.message()).contains("1_users", "statement 2 of 2", "line 2", "nowhere");
            });
        }
    }

    @Test
    void aMigrationThatNeedsAnExtensionTheShadowLacksNamesTheWayOut() {
        try (var database = Databases.create()) {
            var hypertables = configMap("1_hypertables", "CREATE EXTENSION timescaledb;");
            record(database, "1_hypertables", "CREATE EXTENSION timescaledb;");

            var report = check(database.settings(), hypertables);

            assertThat(report.drift().failure()).get().satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.ShadowUnsupported);
                assertThat(failure.message()).contains("timescaledb", "shadow");
            });
        }
    }

    @Test
    void anExtensionThatIsStoodInForIsComparedAndSaid() {
        try (var database = Databases.create()) {
            var sql = "CREATE EXTENSION vector; CREATE TABLE items (embedding vector(3));";
            database.run(sql, "CREATE INDEX by_hand ON items USING hnsw (embedding vector_l2_ops)");
            record(database, "1_vector", sql);

            var report = check(database.settings(), configMap("1_vector", sql));

            assertThat(report.drift().orThrow().differences()).singleElement().satisfies(difference -> assertThat(
                            difference.key().identity())
                    .endsWith("by_hand"));
            assertThat(report.notChecked())
                    .anyMatch(line -> line.startsWith("extension vector: the embedded server lacks it"));
        }
    }

    @Test
    void whatIsIgnoredAndWhatLiesElsewhereIsSaid() {
        try (var database = Databases.create()) {
            database.run(
                    "CREATE TABLE users (id int PRIMARY KEY, email text)",
                    "CREATE TABLE spatial_x (id int)",
                    "CREATE SCHEMA audit; CREATE TABLE audit.log (id int)");
            record(database, "1_users", USERS);
            var request = request(database.settings(), MIGRATIONS);
            var ignoring =
                    request.on(new Focus(List.of(), List.of(new IgnoreRule("table", "public.spatial_*")), Set.of()));

            var report = Checkers.real().check(ignoring);

            assertThat(report.assessment().verdict()).isEqualTo(Verdict.InSync);
            assertThat(report.notChecked()).anySatisfy(line -> assertThat(line).contains("schema audit"));
            assertThat(report.notChecked()).anySatisfy(line -> assertThat(line).contains("ignored"));
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void whatNoComparisonSeesIsSaid(int major) {
        try (var database = Databases.create(major)) {
            database.run(USERS, "SELECT lo_create(0)");
            record(database, "1_users", USERS);

            assertThat(check(database.settings(), MIGRATIONS).notChecked())
                    .containsExactly(
                            "owners, privileges, default privileges: compared where spec.compare or --compare asks for it",
                            "large objects: 1 in the database; this version does not compare them");
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void ownersAreThoseOfWhoeverRunsTheMigrations(int major) {
        try (var database = Databases.create(major)) {
            database.run(USERS);
            record(database, "1_users", USERS);
            var comparing = request(database.settings(), MIGRATIONS).comparing(Compare.all());

            assertThat(Checkers.real().check(comparing).assessment().verdict()).isEqualTo(Verdict.InSync);

            database.run("ALTER TABLE users OWNER TO pg_monitor; GRANT SELECT ON users TO pg_read_all_stats");

            assertThat(DriftLines.of(Checkers.real().check(comparing).drift().orThrow()))
                    .singleElement()
                    .asString()
                    .contains(
                            "table public.users owner: ",
                            "-> pg_monitor",
                            "privileges: - -> pg_read_all_stats: SELECT");
            assertThat(check(database.settings(), MIGRATIONS).assessment().verdict())
                    .isEqualTo(Verdict.InSync);
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aShadowServerOfTheUsersGivesTheSameAnswer(int major) {
        try (var database = Databases.create(major);
                var shadow = Databases.create(major)) {
            database.run("CREATE TABLE users (id int PRIMARY KEY, email text); CREATE TABLE by_hand (id int)");
            record(database, "1_users", USERS);
            var own = request(database.settings(), MIGRATIONS);
            var given = own.replaying(Optional.of(shadow.settings()));

            assertThat(Checkers.real().check(given).drift())
                    .isEqualTo(Checkers.real().check(own).drift());
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aCheckLeavesNothingBehindInTheDatabase(int major) {
        try (var database = Databases.create(major)) {
            database.run("CREATE TABLE users (id int PRIMARY KEY, email text)");
            record(database, "1_users", USERS);
            var reader = database.reader("public._prisma_migrations");
            var before = traces(database);

            var report = check(reader, MIGRATIONS);

            assertThat(report.assessment().verdict()).isEqualTo(Verdict.InSync);
            assertThat(traces(database)).isEqualTo(before);
        }
    }

    /** The next transaction, all objects, all settings, all locks, all other sessions: a reader moves none of them. */
    private static List<String> traces(TestDatabase database) {
        return database.column("""
                SELECT pg_snapshot_xmax(pg_current_snapshot())::text
                UNION ALL SELECT md5(string_agg(c.oid || c.relname || c.xmin, ',' ORDER BY c.oid)) FROM pg_class c
                UNION ALL SELECT coalesce(string_agg(setconfig::text, ','), '') FROM pg_db_role_setting
                UNION ALL SELECT count(*)::text FROM pg_stat_activity
                          WHERE datname = current_database() AND pid <> pg_backend_pid()
                UNION ALL SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory'
                """);
    }

    private static CheckReport check(ConnectionSettings database, Source migrations) {
        return Checkers.real().check(request(database, migrations));
    }
}
