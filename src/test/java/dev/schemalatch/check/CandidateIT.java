package dev.schemalatch.check;

import static dev.schemalatch.check.Shop.ORDERS;
import static dev.schemalatch.check.Shop.USERS;
import static dev.schemalatch.check.Shop.configMap;
import static dev.schemalatch.check.Shop.request;
import static dev.schemalatch.check.Shop.the;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionUri;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.source.Source;
import dev.schemalatch.testing.Checkers;
import dev.schemalatch.testing.Databases;
import dev.schemalatch.verdict.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other migrations than the request's own, held against the same history. */
class CandidateIT {

    private static final Source DEPLOYED = configMap("1_users", USERS, "2_orders", ORDERS);

    @Test
    void candidatesAreHeldAgainstTheRowsThatTheCheckSaw() {
        try (var database = Databases.create()) {
            Shop.apply(database, "1_users", USERS);
            Shop.apply(database, "2_orders", ORDERS);
            var before = configMap("1_users", USERS);
            var next = configMap("1_users", USERS, "2_orders", ORDERS, "3_next", "SELECT 1;");
            var edited = configMap("1_users", USERS + " -- edited", "2_orders", ORDERS);

            var report = check(
                    database.settings(), Map.of("before", before, "same", DEPLOYED, "next", next, "edited", edited));

            assertThat(report.candidates()).containsOnlyKeys("before", "edited", "next", "same");
            assertThat(history(report, "before").missing()).containsExactly("2_orders");
            assertThat(history(report, "next").pending()).containsExactly("3_next");
            assertThat(history(report, "edited").edited()).containsExactly("1_users");
            assertThat(history(report, "same").relation()).isEqualTo(History.Relation.IN_SYNC);
            assertThat(the(report.candidates(), "next").files().orThrow().shipped())
                    .isEqualTo(3);
            assertThat(report.assessment().verdict()).isEqualTo(Verdict.InSync);
        }
    }

    @Test
    void aCandidateThatCannotBeReadDisturbsNothingElse() {
        try (var database = Databases.create()) {
            Shop.apply(database, "1_users", USERS);
            Shop.apply(database, "2_orders", ORDERS);
            Source gone = () -> {
                throw FailedException.of(Reason.ConfigMapNotFound, "ConfigMap shop/next does not exist.");
            };

            var report = check(database.settings(), Map.of("gone", gone, "same", DEPLOYED));

            var candidate = the(report.candidates(), "gone");
            assertThat(candidate.files().failure()).map(Failure::reason).contains(Reason.ConfigMapNotFound);
            assertThat(candidate.history().failure()).map(Failure::reason).contains(Reason.ConfigMapNotFound);
            assertThat(history(report, "same").pending()).isEmpty();
            assertThat(report.assessment().verdict()).isEqualTo(Verdict.InSync);
        }
    }

    @Test
    void withoutAHistoryTableEverythingOfACandidateIsPending() {
        try (var database = Databases.create()) {
            var report = check(database.settings(), Map.of("next", DEPLOYED));

            assertThat(history(report, "next").pending()).containsExactly("1_users", "2_orders");
            assertThat(history(report, "next").table()).isEqualTo(History.Table.ABSENT_DATABASE_EMPTY);
        }
    }

    @Test
    void whatKeepsTheHistoryFromBeingReadKeepsItForCandidatesToo() {
        try (var database = Databases.create()) {
            Shop.apply(database, "1_users", USERS);
            var nowhere = ConnectionUri.parse("postgresql://app:pw@127.0.0.1:1/orders", "Secret orders-db");

            var denied = check(database.reader(), Map.of("next", DEPLOYED)).candidates();
            var unreachable = check(nowhere, Map.of("next", DEPLOYED)).candidates();

            assertThat(reason(the(denied, "next").history())).isEqualTo(Reason.PermissionDenied);
            assertThat(reason(the(unreachable, "next").history())).isEqualTo(Reason.DatabaseUnreachable);
            assertThat(the(unreachable, "next").files().known()).isPresent();
        }
    }

    private static Reason reason(Finding<?> finding) {
        return finding.failure().orElseThrow().reason();
    }

    private static History history(CheckReport report, String candidate) {
        return the(report.candidates(), candidate).history().orThrow();
    }

    private static CheckReport check(ConnectionSettings database, Map<String, Source> candidates) {
        return Checkers.real().check(request(database, DEPLOYED).judging(candidates));
    }
}
