package dev.schemalatch.shadow;

import static dev.schemalatch.shadow.ShadowFixture.migration;
import static dev.schemalatch.shadow.ShadowFixture.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.testing.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GivenShadowIT {

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void aRoleThatMayCreateDatabasesIsEnoughAndNothingIsLeft(int major) {
        try (var server = Databases.create(major);
                var fixture = new ShadowFixture()) {
            // given
            var role = server.name() + "_shadow";
            server.run("CREATE ROLE " + role + " LOGIN CREATEDB PASSWORD 'p'");

            // when
            Catalog catalog = fixture.shadows.at(server.as(role, "p"), major).scratch(plain(), scratch -> {
                scratch.apply(migration("m1", "CREATE TABLE a (id int)"));
                return scratch.catalog();
            });

            // then
            assertThat(catalog.objects()).containsKey(new ObjectKey("table", "public.a"));
            assertThat(server.column("SELECT datname FROM pg_database WHERE datname LIKE 'schemalatch_scratch%'"))
                    .isEmpty();
            server.run("DROP ROLE " + role);
        }
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsNamedWithTheWayOut() {
        try (var server = Databases.create();
                var fixture = new ShadowFixture()) {
            var failed = catchThrowableOfType(
                    FailedException.class,
                    () -> fixture.shadows.at(server.reader(), server.major()).scratch(plain(), scratch -> ""));

            assertThat(failed.failure().reason()).isEqualTo(Reason.ShadowUnsupported);
            assertThat(failed.failure().message()).contains(server.name() + "_reader", "CREATEDB", "Secret test-db");
        }
    }

    @Test
    void aServerThatCannotBeReachedIsTheShadowsFault() {
        try (var server = Databases.create();
                var fixture = new ShadowFixture()) {
            var failed = catchThrowableOfType(FailedException.class, () -> fixture.shadows
                    .at(server.as("nobody_such", "x"), server.major())
                    .scratch(plain(), scratch -> ""));

            assertThat(failed.failure().message()).contains("Secret test-db").doesNotContain("'x'");
        }
    }

    @Test
    void aServerOfAnotherMajorVersionIsRefusedNamingBoth() {
        try (var server = Databases.create();
                var fixture = new ShadowFixture()) {
            var other = server.major() - 1;

            var failed = catchThrowableOfType(
                    FailedException.class,
                    () -> fixture.shadows.at(server.settings(), other).scratch(plain(), scratch -> ""));

            assertThat(failed.failure().reason()).isEqualTo(Reason.ShadowUnsupported);
            assertThat(failed.failure().message())
                    .contains("PostgreSQL " + other + ",", "PostgreSQL " + server.major());
        }
    }
}
