package dev.schemalatch.cli;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.report.Format;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schemalatch check}: one database against the migrations of its application. */
@Command(
        name = "check",
        customSynopsis = "schemalatch check --database URL --migrations PATH|IMAGE [OPTIONS]",
        description = "Compares a database with the migrations of its application: which are applied, pending, missing,"
                + " failed or edited, and where the live schema has left them. Only reads.",
        footerHeading = "%nExample:%n",
        footer = {
            "  export DATABASE_URL=postgresql://app@db.example/orders",
            "  schemalatch check --database-url-env DATABASE_URL --migrations prisma/migrations"
        })
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Engine> engine;

    @Mixin
    private CheckOptions check = new CheckOptions();

    @Mixin
    private PreconditionOption required = new PreconditionOption();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    CheckCommand(Terminal terminal, Supplier<Engine> engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        var request = check.request(terminal, scope, output).requiring(required.preconditions());
        CheckReport report;
        try (var progress = Progress.start(terminal, output.quiet(), "checking")) {
            report = engine.get().checker().check(request);
        }
        terminal.out().print(output.format().render(report, output.palette(terminal)));
        if (output.format() != Format.text) {
            Failures.of(report).forEach(terminal::say);
        }
        return Exit.of(report.assessment().found(), output.failOn());
    }
}
