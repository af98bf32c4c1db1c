package dev.schemalatch.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssessorTest {

    private static final Finding<Drift> NO_DRIFT = new Finding.Known<>(Drift.none());
    private static final Finding<Drift> DRIFT = new Finding.Known<>(new Drift(List.of(new Difference(
            Difference.Change.Extra,
            new ObjectKey("table", "public.activity_logs"),
            new TreeMap<>(),
            List.of(),
            Cause.manual()))));
    private static final Failure OUTAGE = Failure.of(Reason.DatabaseUnreachable, "no connection to Secret orders-db");

    @Test
    void nothingFoundIsInSync() {
        var assessment = assess(history(), NO_DRIFT);

        assertThat(assessment.verdict()).isEqualTo(Verdict.InSync);
        assertThat(assessment.found()).isEmpty();
        assertThat(assessment.history())
                .isEqualTo(new Judgement(Judgement.Truth.True, Reason.InSync, "all 2 migrations are applied"));
        assertThat(assessment.schema().truth()).isEqualTo(Judgement.Truth.True);
    }

    @Test
    void aDatabaseThatIsOneMigrationBehindIsPendingAndNotDrifted() {
        var assessment = assess(history().pending("2_b"), NO_DRIFT);

        assertThat(assessment.verdict()).isEqualTo(Verdict.Pending);
        assertThat(assessment.history().reason()).isEqualTo(Reason.MigrationsPending);
        assertThat(assessment.schema().truth()).isEqualTo(Judgement.Truth.True);
    }

    @Test
    void aSchemaThatNothingSaysHowToExpectIsNotKnownAndHoldsNothing() {
        var assessment = assess(history(), new Finding.Known<>(Drift.notCompared("schema: not compared")));

        assertThat(assessment.verdict()).isEqualTo(Verdict.InSync);
        assertThat(assessment.found()).isEmpty();
        assertThat(assessment.schema())
                .isEqualTo(new Judgement(Judgement.Truth.Unknown, Reason.SchemaNotCompared, "schema: not compared"));
    }

    @Test
    void driftIsWorseThanPending() {
        var assessment = assess(history().pending("2_b"), DRIFT);

        assertThat(assessment.verdict()).isEqualTo(Verdict.Drifted);
        assertThat(assessment.schema().message()).contains("1 extra").contains("table public.activity_logs");
    }

    @Test
    void aHistoryThatHoldsOtherMigrationsThanTheFilesIsDiverged() {
        var ahead = assess(history().missing("3_c"), NO_DRIFT);
        var diverged = assess(history().pending("2_b").missing("3_c"), NO_DRIFT);

        assertThat(ahead.verdict()).isEqualTo(Verdict.Diverged);
        assertThat(ahead.history().reason()).isEqualTo(Reason.MigrationsMissing);
        assertThat(diverged.history().reason()).isEqualTo(Reason.HistoryDiverged);
        assertThat(diverged.found()).containsExactly(Hold.Pending, Hold.Missing);
    }

    @Test
    void anEditedFileIsDiverged() {
        assertThat(assess(history().edited("1_a"), NO_DRIFT).verdict()).isEqualTo(Verdict.Diverged);
    }

    @Test
    void aFailedMigrationIsWorseThanDriftAndDivergence() {
        var assessment = assess(history().missing("3_c").failed("2_b", History.Failed.State.CRASHED), DRIFT);

        assertThat(assessment.verdict()).isEqualTo(Verdict.Failed);
        assertThat(assessment.history().reason()).isEqualTo(Reason.MigrationFailed);
    }

    @Test
    void aMigrationThatRunsNowIsPendingAndNotFailed() {
        var assessment = assess(history().failed("2_b", History.Failed.State.RUNNING), NO_DRIFT);

        assertThat(assessment.verdict()).isEqualTo(Verdict.Pending);
        assertThat(assessment.history().reason()).isEqualTo(Reason.MigrationRunning);
    }

    @Test
    void aFullDatabaseWithoutHistoryNeedsABaseline() {
        var assessment = assess(history().pending("1_a").table(History.Table.ABSENT_BASELINE_NEEDED), NO_DRIFT);

        assertThat(assessment.history().reason()).isEqualTo(Reason.BaselineNeeded);
    }

    @Test
    void notKnowingIsTheWorstAndCarriesItsReason() {
        var assessment = assess(history().pending("2_b"), new Finding.Unknown<>(OUTAGE));

        assertThat(assessment.verdict()).isEqualTo(Verdict.Unknown);
        assertThat(assessment.schema())
                .isEqualTo(new Judgement(Judgement.Truth.Unknown, Reason.DatabaseUnreachable, OUTAGE.message()));
        assertThat(assessment.found()).containsExactly(Hold.Pending, Hold.Unknown);
    }

    @Test
    void aPendingMigrationThatDoesNotReplayLeavesTheWholeUnknown() {
        var assessment = Assessor.assess(
                new Finding.Known<>(history().pending("2_b").build()),
                NO_DRIFT,
                List.of(Failure.of(Reason.ReplayFailed, "2_b does not replay")),
                List.of());

        assertThat(assessment.verdict()).isEqualTo(Verdict.Unknown);
        assertThat(assessment.schema().truth()).isEqualTo(Judgement.Truth.True);
    }

    @Test
    void aPreconditionThatDoesNotHoldIsPendingAndOneThatCouldNotBeAskedIsUnknown() {
        var unmet = assess(List.of(new Finding.Known<>(true), new Finding.Known<>(false)));
        var unasked = assess(List.of(new Finding.Known<>(false), new Finding.Unknown<>(OUTAGE)));

        assertThat(unmet.verdict()).isEqualTo(Verdict.Pending);
        assertThat(unmet.found()).containsExactly(Hold.Precondition);
        assertThat(unasked.verdict()).isEqualTo(Verdict.Unknown);
        assertThat(unasked.found()).containsExactly(Hold.Precondition, Hold.Unknown);
        assertThat(assess(List.of(new Finding.Known<>(true))).verdict()).isEqualTo(Verdict.InSync);
    }

    private static Assessment assess(List<Finding<Boolean>> preconditions) {
        return Assessor.assess(new Finding.Known<>(history().build()), NO_DRIFT, List.of(), preconditions);
    }

    @Test
    void aPolicyPicksFromWhatWasFound() {
        var assessment = assess(history().pending("2_b"), DRIFT);

        assertThat(assessment.heldBy(EnumSet.of(Hold.Drift, Hold.Failed))).containsExactly(Hold.Drift);
        assertThat(assessment.heldBy(EnumSet.noneOf(Hold.class))).isEmpty();
    }

    private static Assessment assess(HistoryState history, Finding<Drift> drift) {
        return Assessor.assess(new Finding.Known<>(history.build()), drift, List.of(), List.of());
    }

    private static HistoryState history() {
        return new HistoryState(History.Table.PRESENT, List.of(), List.of(), List.of(), List.of());
    }

    private record HistoryState(
            History.Table table,
            List<String> pendingNames,
            List<String> missingNames,
            List<String> editedNames,
            List<History.Failed> failures) {

        HistoryState pending(String name) {
            return new HistoryState(table, List.of(name), missingNames, editedNames, failures);
        }

        HistoryState missing(String name) {
            return new HistoryState(table, pendingNames, List.of(name), editedNames, failures);
        }

        HistoryState edited(String name) {
            return new HistoryState(table, pendingNames, missingNames, List.of(name), failures);
        }

        HistoryState failed(String name, History.Failed.State state) {
            var failed = new History.Failed(name, Optional.empty(), state);
            return new HistoryState(table, pendingNames, missingNames, editedNames, List.of(failed));
        }

        HistoryState table(History.Table table) {
            return new HistoryState(table, pendingNames, missingNames, editedNames, failures);
        }

        History build() {
            return new History(
                    table,
                    History.Relation.IN_SYNC,
                    List.of("1_a", "2_b"),
                    List.of(),
                    pendingNames,
                    missingNames,
                    failures,
                    editedNames,
                    List.of(),
                    Optional.empty());
        }
    }
}
