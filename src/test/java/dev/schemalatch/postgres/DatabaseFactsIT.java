package dev.schemalatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.AddressPolicy;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.testing.Databases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFactsIT {

    private static <T> T ask(ConnectionSettings settings, Function<DatabaseFacts, T> question) {
        return new Postgres(AddressPolicy.open())
                .read(
                        settings,
                        "schemalatch/test",
                        Duration.ofSeconds(20),
                        session -> question.apply(new DatabaseFacts(session)));
    }

    private static DatabaseFacts.TableAccess access(ConnectionSettings settings, String schema, String name) {
        return ask(settings, facts -> facts.table(schema, name));
    }

    private static List<String> names(ConnectionSettings settings, Function<DatabaseFacts, List<String>> question) {
        return ask(settings, question);
    }

    private static boolean held(ConnectionSettings settings, long key) {
        return ask(settings, facts -> facts.advisoryLockHeld(key));
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aTableIsAbsentUnreadableOrReadable(int major) {
        try (var database = Databases.create(major)) {
            database.run(
                    "CREATE SCHEMA \"Odd\"; CREATE TABLE \"Odd\".\"T\" (id int); CREATE TABLE public.open (id int)");
            var reader = database.reader("public.open");

            assertThat(access(reader, "public", "none")).isEqualTo(DatabaseFacts.TableAccess.ABSENT);
            assertThat(access(reader, "Odd", "T")).isEqualTo(DatabaseFacts.TableAccess.UNREADABLE);
            assertThat(access(reader, "public", "open")).isEqualTo(DatabaseFacts.TableAccess.READABLE);
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void onlyOrdinaryTablesOfTheSchemaMakeItFull(int major) {
        try (var database = Databases.create(major)) {
            database.run("CREATE VIEW v AS SELECT 1 AS a; CREATE SEQUENCE s; CREATE TYPE e AS ENUM ('a');"
                    + "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE spatial_ref_sys (a int);"
                    + "CREATE SCHEMA other; CREATE TABLE other.t (a int)");
            assertThat(names(database.reader(), facts -> facts.ordinaryTables("public")))
                    .isEmpty();

            database.run("CREATE TABLE t (a int)");
            assertThat(names(database.reader(), facts -> facts.ordinaryTables("public")))
                    .containsExactly("t");
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void anAdvisoryLockCountsInItsOwnDatabaseOnly(int major) throws SQLException {
        try (var database = Databases.create(major);
                var elsewhere = Databases.create(major);
                var holder = elsewhere.connect();
                var statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(72707369), pg_advisory_lock(-5)");

            assertThat(held(database.reader(), 72707369)).isFalse();
            assertThat(held(elsewhere.reader(), 72707369)).isTrue();
            assertThat(held(elsewhere.reader(), -5)).isTrue();
            assertThat(held(elsewhere.reader(), 7)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void rolesAreListedWithoutPostgresOwn(int major) {
        try (var database = Databases.create(major)) {
            var reader = database.reader();

            assertThat(names(reader, DatabaseFacts::roles))
                    .contains("schemalatch", reader.user())
                    .noneMatch(role -> role.startsWith("pg_"));
            assertThat(names(reader, facts -> facts.unreadable(List.of("pg_class", "pg_authid"))))
                    .containsExactly("pg_authid");
        }
    }
}
