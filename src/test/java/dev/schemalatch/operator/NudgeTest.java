package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NudgeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void pausesDoubleUpToAMinute() {
        var first = Nudge.after(Optional.empty(), deployment("web:7", ""), NOW);
        var nudge = first;
        for (var i = 0; i < 40; i++) {
            nudge = Nudge.after(Optional.of(nudge), deployment("web:7", ""), NOW);
        }

        assertThat(first.next()).isEqualTo(NOW.plusMillis(500));
        assertThat(Nudge.after(Optional.of(first), deployment("web:7", ""), NOW).next())
                .isEqualTo(NOW.plusSeconds(1));
        assertThat(nudge.next()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void anotherTemplateBeginsAnew() {
        var text = Nudge.after(Optional.empty(), deployment("web:7", ""), NOW).text();

        assertThat(Nudge.last(deployment("web:7", text))).map(Nudge::count).contains(1);
        assertThat(Nudge.last(deployment("web:8", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "7/1",
                "7/1/yesterday",
                "x/1/2026-01-01T00:00:00Z",
                "99999999999999999999/1/2026-01-01T00:00:00Z"
            })
    void whatSomebodyElseWroteIsNoTouch(String text) {
        assertThat(Nudge.last(deployment("web:7", text))).isEmpty();
    }

    private static Deployment deployment(String image, String text) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withGeneration(Math.abs(text.hashCode()) + 1L)
                .addToAnnotations(Nudge.ANNOTATION, text)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
