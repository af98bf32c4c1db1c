package dev.schemalatch.cli;

import dev.schemalatch.check.DiffReport;
import dev.schemalatch.report.Format;
import dev.schemalatch.verdict.Hold;
import dev.schemalatch.verdict.Verdict;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schemalatch diff}: one database against another. */
@Command(
        name = "diff",
        customSynopsis = "schemalatch diff --expected URL --actual URL [OPTIONS]",
        description = "Compares the schemas of two databases. Only reads.",
        footerHeading = "%nExample:%n",
        footer = {
            "  schemalatch diff --expected postgresql://app@staging.example/orders \\",
            "      --actual postgresql://app@production.example/orders"
        })
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Engine> engine;

    @Mixin
    private TwoDatabaseOptions two = new TwoDatabaseOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DiffCommand(Terminal terminal, Supplier<Engine> engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        var request = two.request(terminal, scope, output);
        DiffReport report;
        try (var progress = Progress.start(terminal, output.quiet(), "comparing")) {
            report = engine.get().differ().diff(request);
        }
        terminal.out().print(output.format().render(report, output.palette(terminal)));
        if (output.format() != Format.text) {
            Failures.of(report).forEach(terminal::say);
        }
        return Exit.of(found(report.verdict()), output.failOn());
    }

    /** What the exit status is chosen by. */
    static Set<Hold> found(Verdict verdict) {
        return switch (verdict) {
            case InSync -> Set.of();
            case Unknown -> Set.of(Hold.Unknown);
            case Pending, Drifted, Diverged, Failed -> Set.of(Hold.Drift);
        };
    }
}
