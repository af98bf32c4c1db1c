package dev.schemalatch.cli;

import dev.schemalatch.check.DiffReport;
import dev.schemalatch.check.DiffRequest;
import dev.schemalatch.report.Format;
import dev.schemalatch.verdict.Hold;
import dev.schemalatch.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--expected", paramLabel = "URL", description = "the database that is right")
    private Optional<String> expected = Optional.empty();

    @Option(
            names = "--expected-url-env",
            paramLabel = "VAR",
            description = "the environment variable that holds its URL")
    private Optional<String> expectedVariable = Optional.empty();

    @Option(names = "--actual", paramLabel = "URL", description = "the database in question")
    private Optional<String> actual = Optional.empty();

    @Option(names = "--actual-url-env", paramLabel = "VAR", description = "the environment variable that holds its URL")
    private Optional<String> actualVariable = Optional.empty();

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
        var databases = new Databases(terminal, command, output.quiet());
        var request = new DiffRequest(
                databases.withPassword(databases.named("--expected", expected, expectedVariable)),
                databases.withPassword(databases.named("--actual", actual, actualVariable)),
                scope.schemas(),
                scope.ignored(),
                output.timeout());
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

    private static Set<Hold> found(Verdict verdict) {
        return switch (verdict) {
            case InSync -> Set.of();
            case Unknown -> Set.of(Hold.Unknown);
            case Pending, Drifted, Diverged, Failed -> Set.of(Hold.Drift);
        };
    }
}
