package dev.schemalatch.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Finding.Known;
import dev.schemalatch.failure.Finding.Unknown;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.history.History.Failed;
import dev.schemalatch.history.History.Relation;
import dev.schemalatch.verdict.Hold;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateRuleTest {

    private static final Finding<Drift> NO_DRIFT = new Known<>(Drift.none());
    private static final Finding<List<String>> ALL_HOLD = new Known<>(List.of());
    private static final GateRule DEFAULT = new GateRule(EnumSet.allOf(Hold.class));

    @Test
    void aVersionWhoseMigrationsAreAllAppliedMayStart() {
        assertThat(judge(history(Relation.IN_SYNC)))
                .returns(true, Decision::allowed)
                .returns(Reason.Verified, Decision::reason);
    }

    @Test
    void aDatabaseThatIsAheadDoesNotHold() {
        assertThat(judge(missing(Relation.AHEAD)).allowed()).isTrue();
    }

    @Test
    void whatTheMigrationsMadeThatAVersionDoesNotShipDoesNotHoldIt() {
        assertThat(DEFAULT.judge(new Known<>(missing(Relation.AHEAD)), drift(Cause.Kind.MissingMigration), ALL_HOLD)
                        .allowed())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Cause.Kind.class, names = "MissingMigration", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherDriftHolds(Cause.Kind cause) {
        assertThat(DEFAULT.judge(new Known<>(history(Relation.IN_SYNC)), drift(cause), ALL_HOLD))
                .returns(Set.of(Hold.Drift), decision -> Set.copyOf(decision.held()))
                .returns(Reason.SchemaDrifted, Decision::reason);
    }

    @Test
    void pendingMigrationsHoldAndAreNamed() {
        var decision = judge(pending(Relation.BEHIND));

        assertThat(decision.held()).containsExactly(Hold.Pending);
        assertThat(decision.message()).isEqualTo("1 of 2 migrations not applied: 2_more");
    }

    @Test
    void aDatabaseThatIsElsewhereHoldsAlsoWherePendingIsLetPass() {
        var rule = new GateRule(EnumSet.complementOf(EnumSet.of(Hold.Pending)));

        assertThat(rule.judge(new Known<>(pending(Relation.BEHIND)), NO_DRIFT, ALL_HOLD)
                        .allowed())
                .isTrue();
        assertThat(rule.judge(new Known<>(pending(Relation.DIVERGED)), NO_DRIFT, ALL_HOLD))
                .returns(Reason.HistoryDiverged, Decision::reason);
    }

    @Test
    void anEditedMigrationHolds() {
        assertThat(judge(edited()).reason()).isEqualTo(Reason.MigrationsEdited);
    }

    @Test
    void aMigrationThatIsAtWorkIsPendingAndOneThatStoppedHasFailed() {
        assertThat(judge(failed(Failed.State.RUNNING)).held()).containsExactly(Hold.Pending);
        assertThat(judge(failed(Failed.State.CRASHED)).held()).containsExactly(Hold.Failed);
        assertThat(judge(failed(Failed.State.FAILED)).reason()).isEqualTo(Reason.MigrationFailed);
    }

    @Test
    void notKnowingHolds() {
        var why = Failure.of(Reason.DatabaseUnreachable, "database db:5432/orders does not answer");

        assertThat(DEFAULT.judge(new Unknown<>(why), new Unknown<>(why), ALL_HOLD))
                .returns(Reason.DatabaseUnreachable, Decision::reason)
                .returns("database db:5432/orders does not answer", Decision::message);
        assertThat(DEFAULT.judge(new Known<>(history(Relation.IN_SYNC)), NO_DRIFT, new Unknown<>(why))
                        .allowed())
                .isFalse();
    }

    @Test
    void aPreconditionThatDoesNotHoldHolds() {
        var decision =
                DEFAULT.judge(new Known<>(history(Relation.IN_SYNC)), NO_DRIFT, new Known<>(List.of("no-duplicates")));

        assertThat(decision.reason()).isEqualTo(Reason.PreconditionUnmet);
        assertThat(decision.message()).contains("no-duplicates");
    }

    @Test
    void theWorstIsSaidFirstAndTheRestToo() {
        var decision = DEFAULT.judge(new Known<>(pending(Relation.BEHIND)), drift(Cause.Kind.Manual), ALL_HOLD);

        assertThat(decision.reason()).isEqualTo(Reason.MigrationsPending);
        assertThat(decision.message()).contains("2_more").contains("public.by_hand");
    }

    @Test
    void whatThePolicyDoesNotNameDoesNotHold() {
        var rule = new GateRule(Set.of());

        assertThat(rule.judge(new Known<>(failed(Failed.State.FAILED)), drift(Cause.Kind.Manual), ALL_HOLD)
                        .allowed())
                .isTrue();
        assertThat(rule.holds(new Known<>(pending(Relation.BEHIND)))).isEmpty();
    }

    private static Decision judge(History history) {
        return DEFAULT.judge(new Known<>(history), NO_DRIFT, ALL_HOLD);
    }

    private static Finding<Drift> drift(Cause.Kind cause) {
        return new Known<>(new Drift(List.of(new Difference(
                Change.Extra,
                new ObjectKey("table", "public.by_hand"),
                new TreeMap<>(),
                List.of(),
                new Cause(cause, Optional.empty(), "")))));
    }

    private static History history(Relation relation) {
        return history(relation, List.of(), List.of(), List.of(), List.of());
    }

    private static History pending(Relation relation) {
        return history(relation, List.of("2_more"), List.of("9_theirs"), List.of(), List.of());
    }

    private static History missing(Relation relation) {
        return history(relation, List.of(), List.of("3_later"), List.of(), List.of());
    }

    private static History edited() {
        return history(Relation.IN_SYNC, List.of(), List.of(), List.of(), List.of("1_init"));
    }

    private static History failed(Failed.State state) {
        return history(
                Relation.IN_SYNC,
                List.of(),
                List.of(),
                List.of(new Failed("2_more", Optional.empty(), state)),
                List.of());
    }

    private static History history(
            Relation relation, List<String> pending, List<String> missing, List<Failed> failed, List<String> edited) {
        return new History(
                History.Table.PRESENT,
                relation,
                List.of("1_init", "2_more"),
                List.of(),
                pending,
                missing,
                failed,
                edited,
                List.of(),
                Optional.empty());
    }
}
