package dev.schemalatch.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.failure.Reason.Kind;
import dev.schemalatch.testing.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/reasons.md} is this enum, written down. */
class ReasonsPageTest {

    private static final String INTRODUCTION = """
            # Reasons

            Every condition, event, metric label and failure carries one of these words. They are stable: match on them.

            This page is generated from `failure.Reason`. A test keeps it current; `-Dgolden.write=true` writes it anew.
            """;

    private static final List<Kind> ORDER = List.of(Kind.FINDING, Kind.STALLED, Kind.TRANSIENT, Kind.WAITING);

    @Test
    void thePageSaysWhatTheCodeSays() {
        var page = INTRODUCTION + ORDER.stream().map(ReasonsPageTest::section).collect(Collectors.joining());

        assertThat(new Page(Path.of("docs/reasons.md")).textAfterWriting(page)).isEqualTo(page);
    }

    private static String section(Kind kind) {
        var rows = Arrays.stream(Reason.values())
                .filter(reason -> reason.kind() == kind)
                .map(reason -> "| `%s` | %s |\n".formatted(reason, reason.meaning()))
                .collect(Collectors.joining());
        return "\n## %s\n\n| Reason | Meaning |\n|---|---|\n%s".formatted(title(kind), rows);
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case FINDING -> "What a check found";
            case STALLED -> "Somebody must change something (`Stalled`)";
            case TRANSIENT -> "An outage or a fault; the operator tries again";
            case WAITING -> "Nothing is wrong; it passes by itself";
        };
    }
}
