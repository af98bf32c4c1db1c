package dev.schemalatch.cli;

import dev.schemalatch.check.Planning;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Script;
import dev.schemalatch.report.Format;
import dev.schemalatch.verdict.Hold;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code schemalatch plan}: the SQL and the commands that mend what a check or a comparison finds, proven. */
@Command(
        name = "plan",
        customSynopsis = {
            "schemalatch plan --database URL --migrations PATH|IMAGE [OPTIONS]",
            "       schemalatch plan --expected URL --actual URL [OPTIONS]"
        },
        description =
                "Finds what differs and writes what mends it, in either direction: repair.sql brings the database back,"
                        + " catch_up.sql is a migration that records what the database has. Both are run in a scratch database"
                        + " before they are shown. Changes nothing itself.",
        footerHeading = "%nExample:%n",
        footer = {
            "  schemalatch plan --database-url-env DATABASE_URL --migrations prisma/migrations --probe",
            "  schemalatch plan --database-url-env DATABASE_URL --migrations prisma/migrations --print repair > repair.sql"
        })
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Engine> engine;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private CheckOptions check = new CheckOptions();

    @Mixin
    private TwoDatabaseOptions two = new TwoDatabaseOptions();

    @Option(
            names = "--probe",
            description = "counts, in the database, the rows that would be in the way of a statement; never shows them")
    private boolean probe;

    @Option(
            names = "--print",
            paramLabel = "SCRIPT",
            converter = Converters.Script.class,
            description = "prints one script and nothing else: repair or catch-up")
    private Optional<Script.Purpose> print = Optional.empty();

    @Option(names = "--accept-data-loss", description = "with --print: does not comment out what loses data")
    private boolean lossAccepted;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    PlanCommand(Terminal terminal, Supplier<Engine> engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    /** What either way of asking comes to. */
    private record Answer(Optional<Finding<Plan>> plan, String page, List<String> failures, Set<Hold> found) {}

    @Override
    public Integer call() {
        if (check.given() == two.given()) {
            throw new ParameterException(
                    command.commandLine(),
                    "name a database and its migrations (--database, --migrations), or two databases (--expected, --actual)");
        }
        Answer answer;
        try (var progress = Progress.start(terminal, output.quiet(), "planning")) {
            answer = check.given() ? ofCheck() : ofTwo();
        }
        terminal.out().print(print.map(purpose -> script(purpose, answer)).orElse(answer.page()));
        if (output.format() != Format.text || print.isPresent()) {
            answer.failures().forEach(terminal::say);
        }
        return answer.plan().filter(plan -> plan.known().isEmpty()).isPresent()
                ? Exit.COULD_NOT_TELL
                : Exit.of(answer.found(), output.failOn());
    }

    private Answer ofCheck() {
        var report = engine.get()
                .checker()
                .check(check.request(terminal, scope, output).planning(planning()));
        return new Answer(
                report.plan(),
                output.format().render(report, output.palette(terminal)),
                Failures.of(report),
                report.assessment().found());
    }

    private Answer ofTwo() {
        var report =
                engine.get().differ().diff(two.request(terminal, scope, output).planning(planning()));
        return new Answer(
                report.plan(),
                output.format().render(report, output.palette(terminal)),
                Failures.of(report),
                DiffCommand.found(report.verdict()));
    }

    private Planning planning() {
        return probe ? Planning.Probed : Planning.Proven;
    }

    private String script(Script.Purpose purpose, Answer answer) {
        return answer.plan().flatMap(Finding::known).stream()
                .flatMap(Plan::scripts)
                .filter(script -> script.purpose() == purpose && !script.isEmpty())
                .map(script -> lossAccepted ? script.sqlWithLoss() : script.sql())
                .findFirst()
                .orElse("-- Schemalatch: nothing to do.\n");
    }
}
