package dev.schemalatch.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.schemalatch.testing.Page;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/gitops.md} is what scripts, expressions and rules say. {@code -Dgolden.write=true} writes it anew. */
class GitOpsPageTest {

    private static final Page PAGE = new Page(Path.of("docs/gitops.md"));
    private static final Pattern TABLE = Pattern.compile("(?s)(?<=GitOpsPageTest -->\n).*?(?=<!-- end -->)");

    private final HealthScript argoCd = new HealthScript(Testdata.text(Testdata.CUSTOMIZATION.resolve("health.lua")));
    private final HealthExpressions flux = HealthExpressions.of(
            Serialization.unmarshal(Testdata.text(Path.of("deploy/gitops/flux/one-kustomization.yaml")), JsonNode.class)
                    .at("/spec/healthCheckExprs/0"));

    @Test
    void thePageShowsWhatEveryToolMakesOfEveryState() {
        var table = Testdata.all().entrySet().stream()
                .filter(state -> state.getValue().containsKey("status"))
                .filter(state -> !Kstatus.map(state.getValue().get("metadata")).containsKey("deletionTimestamp"))
                .map(state -> row(state.getKey(), state.getValue()))
                .collect(Collectors.joining(
                        "",
                        "| state | kstatus | Flux, expressions | Argo CD | `RolloutAllowed` |\n|---|---|---|---|---|\n",
                        ""));
        var expected = TABLE.matcher(PAGE.text()).replaceFirst(Matcher.quoteReplacement(table));

        assertThat(PAGE.textAfterWriting(expected)).isEqualTo(expected);
    }

    private String row(String state, Map<String, Object> resource) {
        try {
            return "| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            state.replaceFirst("^(progressing|healthy|degraded)_", "")
                                    .replace('_', ' '),
                            Kstatus.of(resource),
                            flux.of(resource),
                            argoCd.of(resource).status(),
                            rolloutAllowed(resource));
        } catch (Exception e) {
            throw new AssertionError(state, e);
        }
    }

    private static String rolloutAllowed(Map<String, Object> resource) {
        return Kstatus.conditions(Kstatus.map(resource.get("status"))).stream()
                .filter(condition -> "RolloutAllowed".equals(condition.get("type")))
                .map(condition -> String.valueOf(condition.get("status")))
                .findFirst()
                .orElse("-");
    }
}
