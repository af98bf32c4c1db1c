package dev.schemalatch.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.schemalatch.gitops.HealthScript.Health;
import dev.schemalatch.testing.Page;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The file of tests is in the form that Argo CD's own runner reads. {@code -Dgolden.write=true} writes its messages anew; what
 * health a state must have is the first word of its file's name.
 */
class ArgoCdHealthTest {

    private static final HealthScript SCRIPT =
            new HealthScript(Testdata.text(Testdata.CUSTOMIZATION.resolve("health.lua")));
    private static final Page TESTS = new Page(Testdata.CUSTOMIZATION.resolve("health_test.yaml"));

    @Test
    void everyStateHasTheHealthThatItsTestNames() {
        var expected = Testdata.all().entrySet().stream()
                .map(state -> test(state.getKey(), SCRIPT.of(state.getValue())))
                .collect(Collectors.joining("", "tests:\n", ""));

        assertThat(TESTS.textAfterWriting(expected)).isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> aFileIsNamedAfterItsHealth() {
        return Testdata.all().entrySet().stream()
                .map(state -> dynamicTest(state.getKey(), () -> assertThat(state.getKey())
                        .startsWith(SCRIPT.of(state.getValue()).status().toLowerCase(Locale.ROOT))));
    }

    @Test
    void theSnippetForTheConfigMapIsTheSameScript() {
        var snippet =
                Serialization.unmarshal(Testdata.text(Path.of("deploy/gitops/argocd/argocd-cm.yaml")), JsonNode.class);

        assertThat(snippet.at("/data/resource.customizations.health.schemalatch.dev_MigrationDriftCheck")
                        .asText())
                .isEqualTo(SCRIPT.text());
    }

    @Test
    void aResourceThatNobodyHasFilledInIsNotTakenForHealthy() {
        Map<String, Object> bare = Map.of("metadata", Map.of("generation", 1), "spec", Map.of(), "status", Map.of());

        assertThat(SCRIPT.of(bare).status()).isEqualTo("Progressing");
    }

    private static String test(String state, Health health) {
        return """
                - healthStatus:
                    status: %s
                    message: '%s'
                  inputPath: testdata/%s.yaml
                """.formatted(health.status(), health.message().replace("'", "''"), state);
    }
}
