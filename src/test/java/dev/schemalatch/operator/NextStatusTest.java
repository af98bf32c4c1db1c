package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheckStatus.Rollout;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.verdict.Judgement.Truth;
import dev.schemalatch.verdict.Verdict;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextStatusTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final MigrationDriftCheck check = Resources.check("shop", "orders");
    private Instant now = START;

    @Test
    void allConditionsAreThereFromTheFirstWordOn() {
        check.setStatus(new NextStatus(check, now).announced());

        assertThat(status().conditions()).extracting(Condition::type).containsExactlyElementsOf(Conditions.TYPES);
        assertThat(truth("Reconciling")).isEqualTo(Truth.True);
        assertThat(truth("Ready")).isEqualTo(Truth.Unknown);
        assertThat(status().observedGeneration()).isEqualTo(-1);
    }

    @Test
    void aGoodResultIsReadyAndAllowed() {
        after(Reporting.inSync());

        assertThat(truth("Ready")).isEqualTo(Truth.True);
        assertThat(truth("Reconciling")).isEqualTo(Truth.False);
        assertThat(truth("Stalled")).isEqualTo(Truth.False);
        assertThat(truth("RolloutAllowed")).isEqualTo(Truth.True);
        assertThat(status().rollout()).isEqualTo(Rollout.Allowed);
        assertThat(status().lastCheckTime()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(status().nextCheckTime()).isEqualTo("2026-11-20T12:05:00Z");
    }

    @Test
    void aSchemaThatIsNotComparedHoldsNothingAndIsNoOldNews() {
        after(Reporting.inSync());
        after(Reporting.schemaNotCompared());

        assertThat(truth("Ready")).isEqualTo(Truth.True);
        assertThat(truth("SchemaInSync")).isEqualTo(Truth.Unknown);
        assertThat(condition("SchemaInSync").reason()).isEqualTo(Reason.SchemaNotCompared.name());
        assertThat(condition("SchemaInSync").message()).isEqualTo("schema: not compared");
        assertThat(condition("RolloutAllowed").message()).contains("the schema is not compared");
        assertThat(status().rollout()).isEqualTo(Rollout.Allowed);
    }

    @Test
    void whatThePolicyNamesHolds() {
        after(Reporting.pending("2_more"));

        assertThat(truth("Ready")).isEqualTo(Truth.False);
        assertThat(truth("Stalled")).isEqualTo(Truth.False);
        assertThat(condition("RolloutAllowed").reason()).isEqualTo(Reason.RolloutHeld.name());
        assertThat(condition("RolloutAllowed").message()).contains("Pending").contains("2_more");
        assertThat(status().rollout()).isEqualTo(Rollout.Held);
        assertThat(Objects.requireNonNull(status().migrations()).pending()).containsExactly("2_more");
    }

    @Test
    void whatThePolicyDoesNotNameIsSaidAndDoesNotHold() {
        var lenient = Resources.check("shop", "orders", "gate: {holdOn: [Failed]}");
        check.setSpec(lenient.getSpec());

        after(Reporting.pending("2_more"));

        assertThat(status().verdict()).isEqualTo(Verdict.Pending);
        assertThat(truth("HistoryInSync")).isEqualTo(Truth.False);
        assertThat(truth("Ready")).isEqualTo(Truth.True);
        assertThat(condition("RolloutAllowed").reason()).isEqualTo(Reason.NothingHolds.name());
        assertThat(status().rollout()).isEqualTo(Rollout.Allowed);
    }

    @Test
    void timesOfTransitionMoveWithTheStatusAlone() {
        after(Reporting.drifted("public.a"));
        var ready = condition("Ready").lastTransitionTime();
        now = now.plus(Duration.ofMinutes(5));

        after(Reporting.drifted("public.b"));
        assertThat(condition("Ready").message()).contains("public.b");
        assertThat(condition("Ready").lastTransitionTime()).isEqualTo(ready);

        after(Reporting.inSync());
        assertThat(condition("Ready").lastTransitionTime()).isEqualTo("2026-11-20T12:05:00Z");
        assertThat(condition("Stalled").lastTransitionTime()).isEqualTo(ready);
    }

    @Test
    void anOutageIsUnknownHoldsAndKeepsWhatWasKnownWithItsAge() {
        after(Reporting.drifted("public.a"));
        var before = status();
        now = now.plus(Duration.ofMinutes(12));

        after(Reporting.nothing(Reason.DatabaseUnreachable));

        assertThat(status().verdict()).isEqualTo(Verdict.Unknown);
        assertThat(truth("Ready")).isEqualTo(Truth.Unknown);
        assertThat(truth("Stalled")).isEqualTo(Truth.False);
        assertThat(truth("RolloutAllowed")).isEqualTo(Truth.Unknown);
        assertThat(status().rollout()).isEqualTo(Rollout.Held);
        assertThat(condition("SchemaInSync").message()).endsWith("last known 12m ago");
        assertThat(status().drift()).isEqualTo(before.drift());
        assertThat(status().migrations()).isEqualTo(before.migrations());
        assertThat(status().database()).isEqualTo(before.database());
        assertThat(status().lastCheckTime()).isEqualTo(before.lastCheckTime());
    }

    @Test
    void whatSomebodyMustChangeStalls() {
        after(Reporting.schemaUnknown(Reason.ReplayFailed));

        assertThat(truth("Stalled")).isEqualTo(Truth.True);
        assertThat(condition("Ready").reason()).isEqualTo(Reason.ReplayFailed.name());
        assertThat(truth("Ready")).isEqualTo(Truth.False);
        assertThat(truth("HistoryInSync")).isEqualTo(Truth.True);
        assertThat(truth("SchemaInSync")).isEqualTo(Truth.Unknown);
        assertThat(Objects.requireNonNull(status().migrations()).applied()).isEqualTo(1);
        assertThat(status().lastCheckTime()).isNull();
    }

    @Test
    void aLockDoesNotShakeWhatIsFreshlyKnown() {
        after(Reporting.inSync());
        now = now.plus(Duration.ofMinutes(5));

        after(Reporting.nothing(Reason.ObjectLocked));

        assertThat(truth("Ready")).isEqualTo(Truth.True);
        assertThat(status().verdict()).isEqualTo(Verdict.InSync);
        assertThat(condition("Ready").message()).contains("last known 5m ago");
        assertThat(status().nextCheckTime()).isEqualTo("2026-11-20T12:05:05Z");
    }

    @Test
    void aLockThatStaysMakesItUnknown() {
        after(Reporting.inSync());
        now = now.plus(Duration.ofMinutes(11));

        after(Reporting.nothing(Reason.ObjectLocked));

        assertThat(truth("Ready")).isEqualTo(Truth.Unknown);
    }

    @Test
    void retriesDoNotAnnounceThemselves() {
        after(Reporting.nothing(Reason.DatabaseUnreachable));
        var transitions = condition("Reconciling").lastTransitionTime();
        now = now.plus(Duration.ofMinutes(1));

        after(Reporting.nothing(Reason.DatabaseUnreachable));

        assertThat(condition("Reconciling").lastTransitionTime()).isEqualTo(transitions);
        assertThat(Objects.requireNonNull(status().lastAttempt()).unanswered()).isEqualTo(2);
    }

    @Test
    void suspensionKeepsResultsAndStatuses() {
        after(Reporting.drifted("public.a"));
        var before = status();
        now = now.plus(Duration.ofHours(3));

        check.setStatus(new NextStatus(check, now).suspended());

        assertThat(condition("Ready").reason()).isEqualTo(Reason.Suspended.name());
        assertThat(condition("Ready").status()).isEqualTo(Truth.False);
        assertThat(condition("Ready").message()).contains("last known 3h ago");
        assertThat(status().drift()).isEqualTo(before.drift());
        assertThat(status().nextCheckTime()).isNull();
    }

    @Test
    void theStatusStaysSmallWhateverADatabaseIsFullOf() {
        after(Reporting.huge());

        assertThat(Objects.requireNonNull(status().drift()).items()).hasSize(50);
        assertThat(Objects.requireNonNull(status().drift()).total()).isEqualTo(3_000);
        assertThat(Objects.requireNonNull(status().drift()).truncated()).isTrue();
        assertThat(Objects.requireNonNull(status().migrations()).truncated()).isTrue();
        assertThat(Objects.requireNonNull(status().migrations()).pendingCount()).isEqualTo(3_000);
        assertThat(Serialization.asJson(status()).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(700_000);
    }

    private void after(CheckReport report) {
        check.setStatus(new NextStatus(check, now)
                .checked(report, "", Optional.of("orders-drift-report"), new Schedule(ScheduleTest.middle())));
    }

    private MigrationDriftCheckStatus status() {
        return Objects.requireNonNull(check.getStatus());
    }

    private Condition condition(String type) {
        return Conditions.find(status(), type).orElseThrow();
    }

    private Truth truth(String type) {
        return condition(type).status();
    }
}
