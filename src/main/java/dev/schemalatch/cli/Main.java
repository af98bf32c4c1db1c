package dev.schemalatch.cli;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.report.Palette;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command line and answers its exit status. */
public final class Main {

    private static final int HELP_WIDTH = 100;

    private Main() {}

    /**
     * Runs one command in this process.
     *
     * @param open opens the engine; asked by commands that need one, and the answer is closed before this returns
     */
    public static int run(Supplier<Engine> open, String... args) {
        return run(Terminal.ofProcess(), open, args);
    }

    static int run(Terminal terminal, Supplier<Engine> open, String... args) {
        try (var engine = new LazyEngine(open)) {
            return commandLine(terminal, engine::get).execute(args);
        }
    }

    static CommandLine commandLine(Terminal terminal, Supplier<Engine> engine) {
        var ansi = terminal.palette() == Palette.COLOUR ? Help.Ansi.ON : Help.Ansi.OFF;
        var root = new CommandLine(new RootCommand())
                .addSubcommand(new CheckCommand(terminal, engine))
                .addSubcommand(new DiffCommand(terminal, engine))
                .addSubcommand(new PlanCommand(terminal, engine))
                .addSubcommand(new PackCommand(terminal))
                .addSubcommand(new OperatorCommand());
        terminal.checkout().ifPresent(checkout -> root.addSubcommand(new DemoCommand(terminal, engine, checkout)));
        root.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .optionListHeading("%n"));
        root.setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setColorScheme(Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(failure -> Exit.COULD_NOT_TELL)
                .setParameterExceptionHandler((failure, given) -> refuse(terminal, failure))
                .setExecutionExceptionHandler((failure, command, given) -> fail(terminal, failure));
        return root;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int refuse(Terminal terminal, ParameterException failure) {
        terminal.say(Objects.requireNonNullElse(failure.getMessage(), "wrong usage"));
        UnmatchedArgumentException.printSuggestions(failure, writer(terminal.err()));
        terminal.say("try '%s --help'"
                .formatted(failure.getCommandLine().getCommandSpec().qualifiedName()));
        return Exit.COULD_NOT_TELL;
    }

    private static int fail(Terminal terminal, Exception failure) {
        terminal.say(failure instanceof FailedException failed ? Failures.line(failed.failure()) : unexpected(failure));
        return Exit.COULD_NOT_TELL;
    }

    /** Where it happened, without the message: nobody has looked through that for secrets. */
    private static String unexpected(Exception failure) {
        var trace = failure.getStackTrace();
        return "InternalError: %s at %s; please report it"
                .formatted(failure.getClass().getSimpleName(), trace.length == 0 ? "an unknown place" : trace[0]);
    }
}
