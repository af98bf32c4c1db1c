package dev.schemalatch.shadow;

import static dev.schemalatch.shadow.ShadowFixture.migration;
import static dev.schemalatch.shadow.ShadowFixture.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.testing.Databases;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedShadowIT {

    private static ShadowFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new ShadowFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static List<String> identities(Catalog catalog, String type) {
        return catalog.objects().keySet().stream()
                .filter(key -> key.type().equals(type))
                .map(key -> key.identity())
                .toList();
    }

    private static ReplayException stopped(int major, Preparation preparation, String... texts) {
        return catchThrowableOfType(
                ReplayException.class, () -> fixture.replay(major, preparation, scratch -> "", texts));
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void migrationsRunInOrderAndMakeTheCatalog(int major) {
        var catalog = fixture.replay(
                major,
                plain(),
                Scratch::catalog,
                "CREATE TABLE a (id int PRIMARY KEY); CREATE TYPE mood AS ENUM ('sad');",
                "ALTER TYPE mood ADD VALUE 'ok';",
                "CREATE INDEX CONCURRENTLY a_id ON a (id)",
                "-- nothing but a comment\n",
                "",
                "INSERT INTO a VALUES (1); ALTER TABLE a ADD COLUMN m mood DEFAULT 'ok';");

        assertThat(identities(catalog, "table")).containsExactly("public.a");
        assertThat(identities(catalog, "index")).contains("public.a_id");
        assertThat(identities(catalog, "table column")).containsExactly("public.a.id", "public.a.m");
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void everyScratchIsFreshAndNothingOfItStays(int major) {
        for (var round = 0; round < 2; round++) {
            assertThat(identities(fixture.replay(major, plain(), Scratch::catalog, "CREATE TABLE once ()"), "table"))
                    .containsExactly("public.once");
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void theTargetsRolesCanBeGrantedToAndOwnThingsAndTheSchemaIsTheToolsOwn(int major) {
        var preparation = new Preparation(
                "Shop",
                List.of("app owner", "pg_monitor", "schemalatch", "reader"),
                List.of("CREATE TABLE \"Shop\".history (id int)"),
                Duration.ofSeconds(60));

        var catalog = fixture.replay(
                major,
                preparation,
                Scratch::catalog,
                "CREATE TABLE a (id int); GRANT SELECT ON a TO reader, schemalatch; ALTER TABLE a OWNER TO \"app owner\";"
                        + "ALTER DEFAULT PRIVILEGES FOR ROLE \"app owner\" GRANT SELECT ON TABLES TO reader;"
                        + "DROP TABLE history;");

        assertThat(identities(catalog, "table")).containsExactly("\"Shop\".a");
    }

    @Test
    void twoScratchesAtOnceShareARoleAndDoNotSeeEachOther() {
        var preparation = new Preparation("public", List.of("shared"), List.of(), Duration.ofSeconds(60));

        var outer = fixture.shadows.embedded(Databases.ANY_MAJOR).scratch(preparation, first -> {
            first.apply(migration("a", "CREATE TABLE a (); GRANT SELECT ON a TO shared"));
            fixture.replay(
                    Databases.ANY_MAJOR,
                    preparation,
                    Scratch::catalog,
                    "CREATE TABLE b (); GRANT SELECT ON b TO shared");
            first.apply(migration("c", "CREATE TABLE c (); ALTER TABLE c OWNER TO shared"));
            return first.catalog();
        });

        assertThat(identities(outer, "table")).containsExactly("public.a", "public.c");
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aMigrationThatFailsNamesFileStatementLineAndReason(int major) {
        var stop = stopped(
                major,
                plain(),
                "CREATE TABLE a (id int);",
                "-- first\nCREATE TABLE b (t text DEFAULT ';');\n\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1;"
                        + " $$;\n\nCREATE TABLE a (id int);\nCREATE TABLE c (id int);");

        assertThat(stop.failure().reason()).isEqualTo(Reason.ReplayFailed);
        assertThat(stop.stop()).isEqualTo(new ReplayStop("m2", OptionalInt.of(3), 4, OptionalInt.of(6), "42P07"));
        assertThat(stop.failure().message())
                .contains("m2", "statement 3 of 4, line 6", "relation \"a\" already exists", "42P07");
    }

    @Test
    void whatAFailedFileDidIsUndoneAndTheNextOneGoesOn() {
        var catalog = fixture.shadows.embedded(Databases.ANY_MAJOR).scratch(plain(), scratch -> {
            assertThatThrownBy(() -> scratch.apply(migration("bad", "CREATE TABLE a (); SELECT 1/0;")))
                    .isInstanceOf(ReplayException.class);
            scratch.apply(migration("good", "CREATE TABLE b ()"));
            return scratch.catalog();
        });

        assertThat(identities(catalog, "table")).containsExactly("public.b");
    }

    @Test
    void aTransactionLeftOpenIsRolledBackAndReported() {
        var stop = stopped(Databases.ANY_MAJOR, plain(), "BEGIN; CREATE TABLE a ();");

        assertThat(stop.failure().message()).contains("m1", "leaves a transaction open", "COMMIT");
    }

    @Test
    void psqlCommandsAByteOrderMarkAndCopiedRowsAreCalledByTheirName() {
        assertThat(stopped(17, plain(), "CREATE TABLE a ();\n\\connect other\nSELECT 1;")
                        .failure()
                        .message())
                .contains("line 2", "psql");
        assertThat(stopped(17, plain(), "\uFEFFCREATE TABLE a ();").failure().message())
                .contains("byte order mark");
        assertThat(stopped(17, plain(), "CREATE TABLE a (id int);\nCOPY a FROM stdin;\n1\n\\.\n")
                        .failure()
                        .reason())
                .isEqualTo(Reason.ReplayFailed);
    }

    @Test
    void valuesAndLiteralsOfAMigrationAreNotRepeated() {
        for (var sql : List.of(
                "SELECT 'canary'::int",
                "DO $$BEGIN RAISE EXCEPTION 'canary'; END$$",
                "DO $$BEGIN RAISE EXCEPTION 'canary' USING ERRCODE = '23505'; END$$",
                "SELECT 1 'canary' 2 from",
                "SELECT 'canary",
                "CREATE TYPE mood AS ENUM ('a'); SELECT 'canary'::mood")) {
            assertThat(stopped(17, plain(), sql).failure().message()).doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void whatTheServerLacksIsNamedWithTheWayOut(int major) {
        assertThat(stopped(major, plain(), "CREATE EXTENSION timescaledb").failure())
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.ShadowUnsupported);
                    assertThat(failure.message())
                            .contains("extension timescaledb", "spec.shadow.secretRef", "--shadow-database");
                });
        assertThat(stopped(major, plain(), "CREATE EXTENSION dblink").failure()).satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.ShadowUnsupported);
            assertThat(failure.message()).contains("extension dblink");
        });
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void extensionsThatManagedServersAllowAreAllowed(int major) {
        var catalog = fixture.replay(
                major,
                plain(),
                Scratch::catalog,
                "CREATE EXTENSION pgcrypto; CREATE EXTENSION citext; CREATE EXTENSION \"uuid-ossp\";"
                        + "CREATE EXTENSION pg_stat_statements; CREATE EXTENSION pgrowlocks; CREATE EXTENSION moddatetime;"
                        + "CREATE EXTENSION cube; CREATE EXTENSION earthdistance; CREATE EXTENSION pageinspect;");

        assertThat(identities(catalog, "extension")).hasSize(9 + 1);
    }
}
