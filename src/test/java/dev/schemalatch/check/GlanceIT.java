package dev.schemalatch.check;

import static dev.schemalatch.check.Shop.ORDERS;
import static dev.schemalatch.check.Shop.USERS;
import static dev.schemalatch.check.Shop.configMap;
import static dev.schemalatch.check.Shop.request;
import static dev.schemalatch.check.Shop.the;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionUri;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Source;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A glance sees what changed since the last check, as a role that may do nothing but that. */
class GlanceIT {

    private static final Source FILES = configMap("1_users", USERS, "2_orders", ORDERS);

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void anAppliedMigrationShowsInTheHistoryAndInTheSchema(int major) {
        try (var database = Databases.create(major)) {
            Shop.apply(database, "1_users", USERS);
            var reader = database.reader("public._prisma_migrations");

            var before = glance(reader);
            Shop.apply(database, "2_orders", ORDERS);
            var after = glance(reader);

            assertThat(the(before.candidates(), Glance.OWN).orThrow().pending()).containsExactly("2_orders");
            assertThat(the(after.candidates(), Glance.OWN).orThrow().pending()).isEmpty();
            assertThat(after.schema()).isNotEqualTo(before.schema());
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void everyKindOfDdlChangesTheSignature(int major) {
        try (var database = Databases.create(major)) {
            Shop.apply(database, "1_users", USERS);
            var reader = database.reader("public._prisma_migrations");
            var seen = glance(reader).schema();
            for (var ddl : Ddl.ALL) {
                database.run(ddl);
                var now = glance(reader).schema();

                assertThat(now).as(ddl).isNotEqualTo(seen);
                seen = now;
            }
        }
    }

    @ParameterizedTest
    @MethodSource(Databases.MAJORS)
    void whatIsNoDdlLeavesTheSignatureAlone(int major) {
        try (var database = Databases.create(major)) {
            Shop.apply(database, "1_users", USERS);
            database.run(
                    "CREATE SEQUENCE tickets; CREATE MATERIALIZED VIEW many AS SELECT * FROM users",
                    "CREATE INDEX ON users (email)",
                    "INSERT INTO users SELECT i, repeat('x', 50) FROM generate_series(1, 500) i");
            var reader = database.reader("public._prisma_migrations");
            var before = glance(reader).schema();
            for (var work : Ddl.NONE) {
                database.run(work);

                assertThat(glance(reader).schema()).as(work).isEqualTo(before);
            }
        }
    }

    @Test
    void candidatesStandBesideTheOwnFilesAndOneThatCannotBeReadDisturbsNothing() {
        try (var database = Databases.create()) {
            Shop.apply(database, "1_users", USERS);
            Source gone = () -> {
                throw FailedException.of(Reason.ConfigMapNotFound, "ConfigMap shop/next does not exist.");
            };
            var request = request(database.settings(), gone).judging(Map.of("new", FILES, "gone", gone));

            var glance = Checkers.glancer().glance(request);

            assertThat(glance.candidates()).containsOnlyKeys(Glance.OWN, "gone", "new");
            assertThat(the(glance.candidates(), "new").orThrow().pending()).containsExactly("2_orders");
            assertThat(the(glance.candidates(), "gone").failure().map(Failure::reason))
                    .contains(Reason.ConfigMapNotFound);
        }
    }

    @Test
    void aHistoryThatMayNotBeReadStillLetsTheSchemaBeSeen() {
        try (var database = Databases.create()) {
            Shop.apply(database, "1_users", USERS);

            var glance = glance(database.reader());

            assertThat(the(glance.candidates(), Glance.OWN).failure().map(Failure::reason))
                    .contains(Reason.PermissionDenied);
            assertThat(glance.schema()).isNotEmpty();
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNoAnswer() {
        var nowhere = ConnectionUri.parse("postgresql://app:pw@127.0.0.1:1/orders", "Secret orders-db");

        assertThatThrownBy(() -> glance(nowhere)).isInstanceOfSatisfying(FailedException.class, failed -> assertThat(
                        failed.failure().reason())
                .isEqualTo(Reason.DatabaseUnreachable));
    }

    private static Glance glance(ConnectionSettings database) {
        return Checkers.glancer().glance(request(database, FILES));
    }
}
