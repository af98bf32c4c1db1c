package dev.schemalatch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.testing.Checkers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoIT {

    private static final Pattern LISTED = Pattern.compile("(?m)^movies +(\\w+) ");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void theVerdictTurnsWithEveryStepAndTheStoryFitsATerminal() {
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);

        var well = new Demo(out, System.getenv(), Path.of("").toAbsolutePath(), Checkers.real()).play(false, false);

        var story = told.toString(StandardCharsets.UTF_8);
        assertThat(LISTED.matcher(story).results().map(DemoIT::verdict))
                .containsExactly("Diverged", "Drifted", "Drifted", "Pending", "InSync");
        assertThat(story.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(story).contains("npx prisma migrate resolve --applied 20251020_logs_and_vaults");
        assertThat(well).isTrue();
    }

    private static String verdict(MatchResult listed) {
        return listed.group(1);
    }
}
