package dev.schemalatch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemalatch.history.History.Done;
import dev.schemalatch.history.History.Failed;
import dev.schemalatch.history.History.Relation;
import dev.schemalatch.history.History.Table;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Reading;
import dev.schemalatch.tool.RecordedHistory;
import dev.schemalatch.tool.Tools;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {

    private static final MigrationTool PRISMA = Tools.named("Prisma");
    private static final String INIT = "20240101000000_init";
    private static final String MORE = "20240102000000_more";

    static Stream<RecordedHistory> recorded() {
        return Stream.of(RecordedHistory.histories(), RecordedHistory.situations())
                .flatMap(List::stream)
                .filter(RecordedHistory::hasTable)
                .filter(history -> !history.answer().path("error").asText().equals("P3019"));
    }

    @Test
    void aMigrationThatFailedHasALogAndOneThatCrashedHasNone() {
        assertThat(failed("S03_failed", false)).isEqualTo(Failed.State.FAILED);
        assertThat(failed("S20_killed", false)).isEqualTo(Failed.State.CRASHED);
        assertThat(failed("S19_running", true)).isEqualTo(Failed.State.RUNNING);
    }

    @Test
    void whoeverHoldsTheLockDoesNotRunWhatHasAlreadyFailed() {
        assertThat(failed("S03_failed", true)).isEqualTo(Failed.State.FAILED);
    }

    @Test
    void ofSeveralUnfinishedMigrationsOnlyTheLastCanBeRunning() {
        var running = RecordedHistory.situation("S19_running").applied(PRISMA).get(1);
        var earlier = RecordedHistory.situation("S20_killed").applied(PRISMA).get(1);

        var history = History.compare(new Reading(List.of(), List.of(earlier, running), List.of()), true);

        assertThat(history.failed())
                .extracting(Failed::state)
                .containsExactly(Failed.State.CRASHED, Failed.State.RUNNING);
    }

    @Test
    void aMigrationThatIsRolledBackIsPendingUntilItIsAppliedAgain() {
        var rolledBack = history("S04_rolled_back");
        assertThat(rolledBack.rolledBack()).containsExactly(MORE);
        assertThat(rolledBack.pending()).containsExactly(MORE);

        var failedAgain = history("S04_failed_again");
        assertThat(failedAgain.rolledBack()).isEmpty();
        assertThat(failedAgain.failed()).extracting(Failed::name).containsExactly(MORE);

        var again = history("S04_applied_again");
        assertThat(again.rolledBack()).isEmpty();
        assertThat(again.applied()).extracting(Done::again).containsExactly(false, true);
        assertThat(again.applied()).noneMatch(Done::resolved);
    }

    @Test
    void aMigrationThatIsRolledBackAndGoneFromTheFilesIsNotMissing() {
        var history = history("S04_rolled_back_and_gone");

        assertThat(history.missing()).isEmpty();
        assertThat(history.relation()).isEqualTo(Relation.IN_SYNC);
        assertThat(history.rolledBack()).containsExactly(MORE);
    }

    @Test
    void whatWasRecordedByHandIsTold() {
        assertThat(history("S10_baselined_then_deployed").applied())
                .extracting(Done::name, Done::resolved)
                .containsExactly(tuple(INIT, true), tuple(MORE, false));
        assertThat(history("S11_failed_then_resolved").applied().get(1))
                .satisfies(done -> assertThat(done.resolved() && done.again()).isTrue());
    }

    @Test
    void whatIsAppliedAndMissingFromTheFilesIsStillApplied() {
        var history = history("S06_missing");

        assertThat(history.applied()).extracting(Done::name).containsExactly(INIT, MORE);
        assertThat(history.lastApplied()).map(Done::name).contains(MORE);
        assertThat(history.shipped()).containsExactly(INIT);
    }

    @ParameterizedTest
    @CsvSource({"true, ABSENT_DATABASE_EMPTY", "false, ABSENT_BASELINE_NEEDED"})
    void withoutAHistoryEverythingIsPending(boolean empty, Table table) {
        var recorded = RecordedHistory.situation("S10_no_history_full");

        var history = History.withoutTable(recorded.migrations(PRISMA), empty);

        assertThat(history.table()).isEqualTo(table);
        assertThat(history.relation()).isEqualTo(Relation.BEHIND);
        assertThat(history.pending()).containsExactly(INIT).isEqualTo(history.shipped());
        assertThat(history.lastApplied()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyFileIsEitherPendingOrRecordedAndEveryRowIsAccountedFor(RecordedHistory recorded) {
        var rows = recorded.applied(PRISMA);

        var history = History.compare(new Reading(recorded.migrations(PRISMA), rows, List.of()), false);

        var live = new HashSet<String>();
        history.applied().forEach(done -> live.add(done.name()));
        history.failed().forEach(failed -> live.add(failed.name()));
        assertThat(history.shipped())
                .allMatch(name -> live.contains(name) != history.pending().contains(name));
        assertThat(live).containsAll(history.missing()).containsAll(history.edited());
        assertThat(history.rolledBack()).noneMatch(live::contains).doesNotHaveDuplicates();
        assertThat(rows)
                .allMatch(
                        row -> live.contains(row.name()) != history.rolledBack().contains(row.name()));
        assertThat(history.applied()).extracting(Done::name).doesNotHaveDuplicates();
    }

    private static History history(String situation) {
        var recorded = RecordedHistory.situation(situation);
        return History.compare(recorded.reading(PRISMA), recorded.lockHeld());
    }

    private static Failed.State failed(String situation, boolean lockHeld) {
        var recorded = RecordedHistory.situation(situation);
        var history = History.compare(recorded.reading(PRISMA), lockHeld);
        assertThat(history.failed()).extracting(Failed::name).containsExactly(MORE);
        return history.failed().get(0).state();
    }
}
