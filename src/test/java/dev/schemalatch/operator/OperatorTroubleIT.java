package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement.Truth;
import dev.schemalatch.verdict.Verdict;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the operator does where something is in the way. */
class OperatorTroubleIT extends OperatorOnCluster {

    @Test
    void aMissingSecretStallsTheCheckUntilItIsThere() {
        cluster.admin().resource(Resources.migrations(namespace, "SELECT 1")).create();
        cluster.admin()
                .resource(unnumbered(Resources.check(namespace, "orders")))
                .create();
        eventually("orders", status -> {
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.True);
            assertThat(condition(status, "Ready").reason()).isEqualTo(Reason.SecretNotFound.name());
            assertThat(condition(status, "Ready").message()).contains("orders-db");
            assertThat(truth(status, "HistoryInSync")).isEqualTo(Truth.Unknown);
        });

        cluster.admin().resource(Resources.secret(namespace)).create();

        eventually("orders", status -> assertThat(truth(status, "Ready")).isEqualTo(Truth.True));
        assertThat(truth(status("orders"), "Stalled")).isEqualTo(Truth.False);
    }

    @Test
    void aHangingDatabaseStopsNobodyElse() {
        var release = new CountDownLatch(1);
        checker.answers(request -> {
            if (request.name().endsWith("/hanging")) {
                waitFor(release);
            }
            return Reporting.inSync();
        });
        create(Resources.check(namespace, "hanging", "timeout: 1s"));
        await().until(() -> checker.asked() == 1);

        for (var i = 0; i < 8; i++) {
            cluster.admin()
                    .resource(unnumbered(Resources.check(namespace, "quick-" + i)))
                    .create();
        }

        for (var i = 0; i < 8; i++) {
            eventually("quick-" + i, status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        }
        eventually("hanging", status -> {
            assertThat(condition(status, "Ready").reason()).isEqualTo(Reason.DatabaseTimeout.name());
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.False);
        });
        release.countDown();
    }

    @Test
    void aResourceDeletedInTheMiddleOfACheckLeavesNothingBehind() {
        var release = new CountDownLatch(1);
        checker.answers(request -> {
            waitFor(release);
            return Reporting.drifted("public.extra");
        });
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        cluster.admin().resource(get("orders")).delete();
        release.countDown();

        await().during(Duration.ofSeconds(1)).until(() -> report().isEmpty());
        await().until(() -> meters.find("schemalatch.verdict").gauges().isEmpty());
        assertThat(checker.asked()).isEqualTo(1);
    }

    @Test
    void aRestartRepeatsNothingBeforeItIsDue() {
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        var before = status("orders");

        operator.close();
        operator = startOperator(cluster.operator());

        await().until(() -> !meters.find("schemalatch.verdict").gauges().isEmpty());
        await().during(Duration.ofSeconds(1)).until(() -> checker.asked() == 1);
        assertThat(status("orders")).isEqualTo(before);
    }

    @Test
    void whatHappenedWhileTheOperatorWasAwayIsNotForgotten() {
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        operator.close();

        cluster.admin().resource(Resources.migrations(namespace, "SELECT 3")).update();
        operator = startOperator(cluster.operator());

        await().until(() -> checker.asked() == 2);
    }

    @Test
    void anOutageIsUnknownAndKeepsWhatWasKnown() {
        checker.answers(Reporting.drifted("public.extra"));
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.Drifted));
        var before = status("orders");

        checker.answers(Reporting.nothing(Reason.DatabaseUnreachable));
        checkNow("1");

        eventually("orders", status -> {
            assertThat(status.verdict()).isEqualTo(Verdict.Unknown);
            assertThat(truth(status, "SchemaInSync")).isEqualTo(Truth.Unknown);
            assertThat(truth(status, "Stalled")).isEqualTo(Truth.False);
            assertThat(condition(status, "Ready").message()).contains("last known");
            assertThat(status.drift()).isEqualTo(before.drift());
            assertThat(status.migrations()).isEqualTo(before.migrations());
            assertThat(status.lastCheckTime()).isEqualTo(before.lastCheckTime());
        });
    }

    @Test
    void aClusterThatIsAwayForAWhileLosesNothing() throws Exception {
        try (var wire = new Cut(cluster.port())) {
            operator.close();
            operator = startOperator(cluster.operator(wire));
            create(Resources.check(namespace, "orders"));
            eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));

            wire.cut();
            checker.answers(Reporting.drifted("public.extra"));
            checkNow("1");
            await().during(Duration.ofSeconds(1)).until(() -> checker.asked() == 1);
            wire.mend();

            eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.Drifted));
            operator.close();
        }
    }
}
