package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.schemalatch.api.v1alpha1.Condition;
import dev.schemalatch.api.v1alpha1.MigrationDriftCheck;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.gitops.Kstatus;
import dev.schemalatch.verdict.Judgement.Truth;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The status is what kstatus expects one to be, whatever was found. */
class GitOpsKstatusTest {

    @TestFactory
    Stream<DynamicTest> onlyWhatSomeoneMustChangeIsAFailure() {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.kind() != Reason.Kind.FINDING)
                .map(reason -> dynamicTest(reason.name(), () -> assertThat(
                                kstatus(GitOpsStates.after(Reporting.nothing(reason))))
                        .isEqualTo(reason.kind() == Reason.Kind.STALLED ? Kstatus.Failed : Kstatus.InProgress)));
    }

    @TestFactory
    Stream<DynamicTest> itFollowsFromTheConditionsInTheirOrder() {
        return checked()
                .map(state -> dynamicTest(state.getKey(), () -> {
                    var check = state.getValue();
                    var expected =
                            switch (truths(check)) {
                                case "Reconciling=True" -> Kstatus.InProgress;
                                case "Stalled=True" -> Kstatus.Failed;
                                case "Ready=True" -> Kstatus.Current;
                                default -> Kstatus.InProgress;
                            };
                    assertThat(kstatus(check)).isEqualTo(expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> conditionsNeverContradictEachOther() {
        return checked()
                .map(state -> dynamicTest(state.getKey(), () -> {
                    var check = state.getValue();
                    assertThat(conditions(check))
                            .extracting(Condition::type)
                            .containsExactlyElementsOf(Conditions.TYPES);
                    assertThat(List.of(truth(check, "Reconciling"), truth(check, "Stalled")))
                            .as("at most one of the abnormal conditions")
                            .isNotEqualTo(List.of(Truth.True, Truth.True));
                    assertThat(truth(check, "Reconciling")).as("Reconciling").isNotEqualTo(Truth.Unknown);
                    if (truth(check, "Stalled") == Truth.True) {
                        assertThat(truth(check, "Ready")).as("Ready").isEqualTo(Truth.False);
                    }
                    if (truth(check, "Ready") == Truth.True) {
                        assertThat(truth(check, "RolloutAllowed"))
                                .as("RolloutAllowed")
                                .isEqualTo(Truth.True);
                    }
                }));
    }

    @Test
    void aResourceIsNotCurrentBeforeAnybodyLookedAtIt() {
        var states = GitOpsStates.all();

        assertThat(kstatus(Objects.requireNonNull(states.get("progressing_just_created"))))
                .as("by the default of the CRD")
                .isEqualTo(Kstatus.InProgress);
        assertThat(kstatus(Objects.requireNonNull(states.get("progressing_no_status"))))
                .as("what the default is there for")
                .isEqualTo(Kstatus.Current);
        assertThat(kstatus(Objects.requireNonNull(states.get("progressing_new_generation"))))
                .isEqualTo(Kstatus.InProgress);
    }

    /** The states that kstatus judges by conditions. */
    private static Stream<Map.Entry<String, MigrationDriftCheck>> checked() {
        return GitOpsStates.all().entrySet().stream()
                .filter(state -> state.getValue().getStatus() != null
                        && !conditions(state.getValue()).isEmpty())
                .filter(state -> Objects.equals(
                        Objects.requireNonNull(state.getValue().getStatus()).observedGeneration(),
                        state.getValue().getMetadata().getGeneration()))
                .filter(state -> state.getValue().getMetadata().getDeletionTimestamp() == null);
    }

    private static String truths(MigrationDriftCheck check) {
        return Stream.of("Reconciling", "Stalled", "Ready")
                .filter(type -> truth(check, type) == Truth.True)
                .findFirst()
                .map(type -> type + "=True")
                .orElse("");
    }

    private static Truth truth(MigrationDriftCheck check, String type) {
        return Conditions.find(Objects.requireNonNull(check.getStatus()), type)
                .orElseThrow()
                .status();
    }

    private static List<Condition> conditions(MigrationDriftCheck check) {
        return Objects.requireNonNull(check.getStatus()).conditions();
    }

    private static Kstatus kstatus(MigrationDriftCheck check) {
        return Kstatus.of(Serialization.unmarshal(Serialization.asYaml(check), new TypeReference<>() {}));
    }
}
