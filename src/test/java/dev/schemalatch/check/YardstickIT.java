package dev.schemalatch.check;

import static dev.schemalatch.check.Shop.ORDERS;
import static dev.schemalatch.check.Shop.USERS;
import static dev.schemalatch.check.Shop.configMap;
import static dev.schemalatch.check.Shop.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Source;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.testing.DriftLines;
import dev.schemalatch.testing.TestDatabase;
import dev.schemalatch.verdict.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A schema that is expected for another reason than that migrations make it. */
class YardstickIT {

    private static final Source FILES = configMap("1_users", USERS, "2_orders", ORDERS);

    private static CheckReport check(TestDatabase database, SchemaSource schema) {
        return Checkers.real()
                .check(request(database.settings(), FILES)
                        .of(ToolChoice.auto().expecting(Optional.of(schema)))
                        .planning(Planning.Proven));
    }

    private static TestDatabase deployed() {
        var database = Databases.create();
        Shop.apply(database, "1_users", USERS);
        Shop.apply(database, "2_orders", ORDERS);
        return database;
    }

    @Test
    void aFileThatMakesTheSameSchemaFindsNothing() {
        try (var database = deployed()) {
            var report = check(database, new SchemaSource.Text("schema.sql", USERS + ORDERS));

            assertThat(report.drift().orThrow().differences()).isEmpty();
            assertThat(report.assessment().verdict()).isEqualTo(Verdict.InSync);
        }
    }

    @Test
    void whatIsNotInTheFileIsDriftAndIsMendedByAProvenScript() {
        try (var database = deployed()) {
            database.run("CREATE INDEX by_hand ON users (email)");

            var report = check(database, new SchemaSource.Text("schema.sql", USERS + ORDERS));

            assertThat(DriftLines.of(report.drift().orThrow())).containsExactly("Extra index public.by_hand");
            var repair = report.plan().orElseThrow().orThrow().repair();
            assertThat(repair.proof().proven()).isTrue();
        }
    }

    @Test
    void aFileOfAllMigrationsSaysNothingWhereSomeArePending() {
        try (var database = Databases.create()) {
            Shop.apply(database, "1_users", USERS);

            var report = check(database, new SchemaSource.Text("schema.sql", USERS + ORDERS));

            assertThat(report.assessment().verdict()).isEqualTo(Verdict.Pending);
            assertThat(report.assessment().schema().reason()).isEqualTo(Reason.SchemaNotCompared);
            assertThat(report.notChecked()).anySatisfy(line -> assertThat(line).contains("schema.sql"));
        }
    }

    @Test
    void anotherDatabaseSaysWhatIsExpected() {
        try (var database = deployed();
                var reference = Databases.create()) {
            reference.run(USERS, ORDERS, "ALTER TABLE orders ADD COLUMN total int");

            var report = check(database, new SchemaSource.Database(reference.settings()));

            assertThat(DriftLines.of(report.drift().orThrow()))
                    .containsExactly("Missing table column public.orders.total");
        }
    }

    @Test
    void aFileThatIsNotThereIsTheUsersToName() {
        try (var database = deployed()) {
            var report = check(database, new SchemaSource.InFiles("db/structure.sql"));

            assertThat(report.drift().failure()).map(Failure::reason).contains(Reason.SpecInvalid);
            assertThat(report.drift().failure()).map(Failure::message).hasValueSatisfying(message -> assertThat(message)
                    .contains("db/structure.sql"));
        }
    }

    @Test
    void aFileThatDoesNotRunIsSaidToBeTheOne() {
        try (var database = deployed()) {
            var report = check(database, new SchemaSource.Text("schema.sql", "CREATE TABLE a (b nonsense)"));

            assertThat(report.drift().failure()).map(Failure::reason).contains(Reason.ReplayFailed);
            assertThat(report.drift().failure()).map(Failure::message).hasValueSatisfying(message -> assertThat(message)
                    .contains("schema.sql"));
        }
    }
}
