package dev.schemalatch.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.FailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void aTextIsCutAtAWholeCharacter() {
        assertThat(Text.bounded("short", 5)).isEqualTo("short");
        assertThat(Text.bounded("longer", 5)).isEqualTo("long…");
        assertThat(Text.bounded("abc😀def", 5)).isEqualTo("abc…");
        assertThat(Text.boundedBytes("漢字", 5)).isEqualTo("漢");
    }

    @Test
    void controlCharactersDoNotReachAStatus() {
        assertThat(Text.bounded("a\u0000b\u001b[31mc\nd", 50)).isEqualTo("a b [31mc\nd");
    }

    @Test
    void aReportFitsIntoAConfigMapAndSaysWhatIsCut() {
        var files = new TreeMap<>(Map.of("report.json", "漢".repeat(600_000), "report.txt", "short"));

        var bounded = ReportConfigMap.bounded(files);

        var bytes = bounded.values().stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(bytes).isLessThanOrEqualTo(ReportConfigMap.LIMIT);
        assertThat(bounded.get("report.json")).contains("... cut");
        assertThat(bounded.get("report.txt")).isEqualTo("short");
    }

    @Test
    void aScriptIsWholeOrNotThere() {
        var files = new TreeMap<>(Map.of("repair.sql", "SELECT 1;\n".repeat(200_000), "report.txt", "short"));

        assertThat(ReportConfigMap.bounded(files).get("repair.sql"))
                .isEqualTo("-- Too long for a ConfigMap: run `schemalatch plan`.\n");
    }

    @Test
    void aReportOfALongNameHasALegalName() {
        assertThat(ReportConfigMap.name("orders")).isEqualTo("orders-drift-report");
        assertThat(ReportConfigMap.name("x".repeat(253))).hasSize(253).endsWith("-drift-report");
    }

    @Test
    void contentsMakeADigestAndOrderDoesNot() {
        var a = Resources.migrations("shop", "SELECT 1");
        var b = Resources.migrations("shop", "SELECT 2");
        b.getMetadata().setName("more-migrations");

        assertThat(WatchedConfigMaps.digest(Stream.of(a, b))).isEqualTo(WatchedConfigMaps.digest(Stream.of(b, a)));
        assertThat(WatchedConfigMaps.digest(Stream.of(a)))
                .isNotEqualTo(WatchedConfigMaps.digest(Stream.of(Resources.migrations("shop", "SELECT 3"))));
        assertThat(WatchedConfigMaps.digest(Stream.of())).isEmpty();
    }

    @Test
    void agesAreSaidInTheirGreatestUnit() {
        assertThat(Stream.of(45L, 720L, 3 * 3600L, 50 * 3600L)
                        .map(Duration::ofSeconds)
                        .map(Times::age))
                .containsExactly("45s", "12m", "3h", "2d");
    }

    @Test
    void aSpecThatNoServerCheckedIsCheckedHere() {
        var often = Resources.check("shop", "orders", "interval: 1s").getSpec();
        var never = Resources.check("shop", "orders", "timeout: never").getSpec();

        Assertions.assertThatThrownBy(() -> Settings.of(often))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("spec.interval");
        Assertions.assertThatThrownBy(() -> Settings.of(never))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("spec.timeout");
        assertThat(Settings.lenient(often).interval()).isEqualTo(Duration.ofMinutes(5));
    }
}
