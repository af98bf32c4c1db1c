package dev.schemalatch.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "10s, PT10S",
        "5m, PT5M",
        "1h30m, PT1H30M",
        "1.5s, PT1.5S",
        ".5m, PT30S",
        "1.h, PT1H",
        "500ms, PT0.5S",
        "2us, PT0.000002S",
        "2\u00b5s, PT0.000002S",
        "7ns, PT0.000000007S",
        "1h1h, PT2H",
        "0, PT0S",
        "0s, PT0S"
    })
    void readsWhatGoReads(String text, Duration duration) {
        assertThat(GoDuration.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 m", "m", "5M", "-5m", "5m5", "5d", "1..5s", "PT5M", "99999999999h"})
    void readsNothingElse(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @Test
    void theLongestThatGoCountsIsStillRead() {
        assertThat(GoDuration.parse("2562047h47m16s")).isPresent();
        assertThat(GoDuration.parse("2562048h")).isEmpty();
    }
}
