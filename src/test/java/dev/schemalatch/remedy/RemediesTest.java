package dev.schemalatch.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.history.History;
import dev.schemalatch.history.History.Failed;
import dev.schemalatch.tool.MigrationTool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemediesTest {

    @Test
    void nothingWrongNeedsNoRemedy() {
        assertThat(remedies(List.of(), List.of(), List.of(), Map.of(), Drift.none()))
                .isEmpty();
    }

    @Test
    void whatIsPendingIsDeployed() {
        var remedies = remedies(List.of("2_b"), List.of(), List.of(), Map.of("2_b", Extent.NONE), Drift.none());

        assertThat(remedies).singleElement().satisfies(remedy -> {
            assertThat(remedy.command()).contains("tool deploy");
            assertThat(remedy.safety()).isEqualTo(Remedy.Safety.RunsMigrations);
        });
    }

    @Test
    void exactlyThePendingMigrationThatIsThereAsAWholeIsRecordedAndTheRestDeployed() {
        var remedies = remedies(
                List.of("2_b", "3_c"),
                List.of(),
                List.of(),
                Map.of("2_b", Extent.WHOLE, "3_c", Extent.NONE),
                Drift.none());

        assertThat(remedies)
                .extracting(Remedy::command)
                .containsExactly(Optional.of("tool applied 2_b"), Optional.of("tool deploy"));
        assertThat(remedies.get(1).action()).contains("3_c").doesNotContain("2_b");
    }

    @Test
    void aPartOfAPendingMigrationIsToBeUndoneBeforeTheDeployment() {
        var remedies = remedies(List.of("2_b"), List.of(), List.of(), Map.of("2_b", Extent.PARTLY), Drift.none());

        assertThat(remedies)
                .extracting(Remedy::safety)
                .containsExactly(Remedy.Safety.ChangesSchema, Remedy.Safety.RunsMigrations);
    }

    @ParameterizedTest
    @CsvSource({"WHOLE,tool applied 2_b", "NONE,tool undone 2_b", "PARTLY,tool undone 2_b", "UNSEEN,tool undone 2_b"})
    void aFailedMigrationIsResolvedByWhatTheSchemaHasOfIt(Extent extent, String command) {
        var failed = new Failed("2_b", Optional.empty(), Failed.State.CRASHED);

        var remedies = remedies(List.of(), List.of(), List.of(failed), Map.of("2_b", extent), Drift.none());

        assertThat(remedies).extracting(Remedy::command).containsExactly(Optional.of(command));
    }

    @Test
    void aRunningMigrationIsLeftAlone() {
        var running = new Failed("2_b", Optional.empty(), Failed.State.RUNNING);

        var remedies = remedies(List.of(), List.of(), List.of(running), Map.of(), Drift.none());

        assertThat(remedies).singleElement().satisfies(remedy -> {
            assertThat(remedy.command()).isEmpty();
            assertThat(remedy.safety()).isEqualTo(Remedy.Safety.ReadOnly);
        });
    }

    @Test
    void aMissingMigrationIsLookedForInGitOnce() {
        var remedies = remedies(List.of(), List.of("0_lost", "0_lost"), List.of(), Map.of(), Drift.none());

        assertThat(remedies)
                .extracting(Remedy::command)
                .containsExactly(Optional.of("git log --all --oneline -- '*0_lost*'"));
    }

    @Test
    void changesByHandComeLast() {
        var byHand = new Difference(
                Difference.Change.Extra,
                new ObjectKey("table", "public.activity_logs"),
                new TreeMap<>(),
                List.of(),
                Cause.manual());

        var remedies = remedies(List.of("2_b"), List.of(), List.of(), Map.of(), new Drift(List.of(byHand)));

        assertThat(remedies).extracting(Remedy::situation).containsExactly("pending migrations", "changes by hand");
    }

    @Test
    void aNameOutOfAStrangersTableStaysOneWordOfTheCommand() {
        var remedies = remedies(List.of(), List.of("x'; rm -rf ~; '"), List.of(), Map.of(), Drift.none());

        assertThat(remedies.get(0).command()).contains("git log --all --oneline -- '*x'\\''; rm -rf ~; '\\''*'");
    }

    private static List<Remedy> remedies(
            List<String> pending, List<String> missing, List<Failed> failed, Map<String, Extent> extents, Drift drift) {
        var history = new History(
                History.Table.PRESENT,
                History.Relation.IN_SYNC,
                List.of("1_a", "2_b", "3_c"),
                List.of(),
                pending,
                missing,
                failed,
                List.of(),
                List.of(),
                Optional.empty());
        return Remedies.of(new Situation(
                history, drift, new TreeMap<>(extents), new SomeTool(), Optional.empty(), Optional.empty()));
    }

    private record SomeTool() implements MigrationTool.Commands {
        @Override
        public String deploy() {
            return "tool deploy";
        }

        @Override
        public Optional<String> markApplied(String migration) {
            return Optional.of("tool applied " + migration);
        }

        @Override
        public Optional<String> markRolledBack(String migration) {
            return Optional.of("tool undone " + migration);
        }
    }
}
