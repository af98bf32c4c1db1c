package dev.schemalatch.cli;

import dev.schemalatch.report.Format;
import dev.schemalatch.report.Palette;
import dev.schemalatch.verdict.Hold;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Option;

/** What commands that report have in common. */
final class OutputOptions {

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private Format output = Format.text;

    @Option(
            names = "--fail-on",
            paramLabel = "LIST",
            defaultValue = "all",
            converter = FailOn.Converter.class,
            description =
                    "findings that give exit status 2: Pending, Failed, Missing, Edited, Drift, Precondition, separated by"
                            + " commas; all; none; default ${DEFAULT-VALUE}")
    private FailOn failOn = new FailOn(Set.of(Hold.values()));

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = Converters.Time.class,
            description = "wall clock of the whole command, such as 90s or 5m; default ${DEFAULT-VALUE}")
    private Duration timeout = Duration.ofMinutes(2);

    @Option(names = "--quiet", description = "no progress and no remarks on standard error, only errors")
    private boolean quiet;

    @Option(names = "--no-color", description = "no colours; also where NO_COLOR is set")
    private boolean noColour;

    Format format() {
        return output;
    }

    Set<Hold> failOn() {
        return failOn.holds();
    }

    Duration timeout() {
        return timeout;
    }

    boolean quiet() {
        return quiet;
    }

    Palette palette(Terminal terminal) {
        return noColour ? Palette.PLAIN : terminal.palette();
    }
}
