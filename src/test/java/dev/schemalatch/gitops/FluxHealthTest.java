package dev.schemalatch.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.runtime.CelEvaluationException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FluxHealthTest {

    private static final HealthExpressions EXPRESSIONS = HealthExpressions.of(
            Serialization.unmarshal(Testdata.text(Path.of("deploy/gitops/flux/one-kustomization.yaml")), JsonNode.class)
                    .at("/spec/healthCheckExprs/0"));

    @TestFactory
    Stream<DynamicTest> theExpressionsAgreeWithWhatArgoCdIsTold() {
        return Testdata.all().entrySet().stream()
                .filter(state -> state.getValue().containsKey("status"))
                .map(state -> dynamicTest(state.getKey(), () -> assertThat(EXPRESSIONS.of(state.getValue()))
                        .isEqualTo(expected(state.getKey()))));
    }

    @Test
    void withoutAStatusTheyFailAndFluxWaits() {
        var resource = Objects.requireNonNull(Testdata.all().get("progressing_no_status"));

        assertThatThrownBy(() -> EXPRESSIONS.of(resource)).isInstanceOf(CelEvaluationException.class);
    }

    private static Kstatus expected(String state) {
        return switch (state) {
            // found unknown, and the policy lets it pass
            case "progressing_unknown_does_not_hold" -> Kstatus.Current;
            // expressions see no difference between drift that holds and drift beside something that holds
            case "progressing_pending_while_drift_does_not_hold" -> Kstatus.Failed;
            // Flux looks at expressions alone
            case "progressing_being_deleted" -> Kstatus.Current;
            // its results are those of the generation before
            case "suspended_drifted" -> Kstatus.Failed;
            default ->
                switch (state.substring(0, state.indexOf('_'))) {
                    case "healthy" -> Kstatus.Current;
                    case "degraded" -> Kstatus.Failed;
                    default -> Kstatus.InProgress;
                };
        };
    }
}
