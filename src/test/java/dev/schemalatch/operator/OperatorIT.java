package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement.Truth;
import dev.schemalatch.verdict.Verdict;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the operator does where all is well: when it checks, and what it says. */
class OperatorIT extends OperatorOnCluster {

    @Test
    void aResourceIsCheckedAndSaysWhatWasFound() {
        create(Resources.check(namespace, "orders"));

        eventually("orders", status -> {
            assertThat(status.verdict()).isEqualTo(Verdict.InSync);
            assertThat(status.rollout()).isEqualTo(Rollout.Allowed);
            assertThat(status.conditions()).extracting(Condition::type).containsExactlyElementsOf(Conditions.TYPES);
            assertThat(truth(status, "Ready")).isEqualTo(Truth.True);
            assertThat(truth(status, "Reconciling")).isEqualTo(Truth.False);
            assertThat(status.observedGeneration())
                    .isEqualTo(get("orders").getMetadata().getGeneration());
            assertThat(Objects.requireNonNull(status.migrations()).tool()).isEqualTo("Prisma");
        });
        assertThat(checker.last().database().database()).isEqualTo("orders");
        assertThat(checker.last().migrations().read().files()).containsOnlyKeys("1_init.sql");
    }

    @Test
    void theReportBelongsToItsResourceAndIsWrittenOnce() {
        checker.answers(Reporting.drifted("public.extra"));
        create(Resources.check(namespace, "orders"));
        await().until(() -> report().isPresent());
        var first = report().orElseThrow();

        checkNow("again");
        await().until(() -> checker.asked() == 2);
        eventually("orders", status -> assertThat(attempt(status)).isEqualTo("again"));

        assertThat(first.getData()).containsKey("report.txt");
        assertThat(first.getMetadata().getOwnerReferences()).singleElement().satisfies(owner -> assertThat(
                        owner.getUid())
                .isEqualTo(get("orders").getMetadata().getUid()));
        assertThat(report().orElseThrow().getMetadata().getResourceVersion())
                .isEqualTo(first.getMetadata().getResourceVersion());
    }

    @Test
    void aReportDoesNotOverwriteWhatBelongsToSomebodyElse() {
        var other = Resources.migrations(namespace, "SELECT 1");
        other.getMetadata().setName("orders-drift-report");
        cluster.admin().resource(other).create();

        create(Resources.check(namespace, "orders"));

        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));
        assertThat(report().orElseThrow().getData()).containsOnlyKeys("1_init.sql");
    }

    @Test
    void aChangedSpecIsCheckedAtOnce() {
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        edit("orders", Resources.check(namespace, "orders", "timeout: 90s"));

        await().until(() -> checker.asked() == 2);
        assertThat(checker.last().timeout()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theAnnotationAsksForACheckAtOnce() {
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        checkNow("1");
        await().until(() -> checker.asked() == 2);
        checkNow("2");
        await().until(() -> checker.asked() == 3);
    }

    @Test
    void aChangeOfALabelledConfigMapIsCheckedAtOnce() {
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);

        cluster.admin().resource(Resources.migrations(namespace, "SELECT 2")).update();

        await().until(() -> checker.asked() == 2);
    }

    @Test
    void aSuspendedResourceKeepsItsResultsAndIsNotChecked() {
        create(Resources.check(namespace, "orders"));
        eventually("orders", status -> assertThat(status.verdict()).isEqualTo(Verdict.InSync));

        edit("orders", Resources.check(namespace, "orders", "suspend: true"));

        eventually("orders", status -> {
            assertThat(condition(status, "Ready").reason()).isEqualTo(Reason.Suspended.name());
            assertThat(truth(status, "Ready")).isEqualTo(Truth.True);
            assertThat(status.nextCheckTime()).isNull();
            assertThat(status.verdict()).isEqualTo(Verdict.InSync);
        });
        checkNow("1");
        await().during(Duration.ofSeconds(1)).until(() -> checker.asked() == 1);
    }

    @Test
    void peopleHearOfChangesOnce() {
        checker.answers(Reporting.drifted("public.extra"));
        create(Resources.check(namespace, "orders"));
        await().until(() -> checker.asked() == 1);
        checkNow("1");
        await().until(() -> checker.asked() == 2);
        checker.answers(Reporting.drifted("public.other"));
        checkNow("2");
        eventually("orders", status -> assertThat(attempt(status)).isEqualTo("2"));

        assertThat(cluster.admin()
                        .events()
                        .v1()
                        .events()
                        .inNamespace(namespace)
                        .list()
                        .getItems())
                .extracting(Event::getReason)
                .containsExactlyInAnyOrder(Reason.SchemaDrifted.name(), Reason.DriftChanged.name());
    }
}
