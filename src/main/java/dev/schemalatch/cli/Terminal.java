package dev.schemalatch.cli;

import dev.schemalatch.connection.Password;
import dev.schemalatch.report.Palette;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command runs: its streams, its environment and what of it is a terminal.
 *
 * @param terminals the numbers of the standard streams (0 in, 1 out, 2 error) that are terminals, one digit each
 * @param home the user's home folder
 * @param checkout the folder of the sources, where a checkout's launcher started this process
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        String terminals,
        Path home,
        Optional<Path> checkout) {

    /** What the launcher tells of the streams: Java itself cannot say it of each. */
    private static final String TERMINALS = "schemalatch.terminals";

    private static final String CHECKOUT = "schemalatch.checkout";

    Terminal {
        environment = Map.copyOf(environment);
    }

    static Terminal ofProcess() {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                System.getProperty(TERMINALS, ""),
                Path.of(System.getProperty("user.home", ".")),
                Optional.ofNullable(System.getProperty(CHECKOUT)).map(Path::of));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Colours on a terminal that has them, unless {@code NO_COLOR} is set (no-color.org). */
    Palette palette() {
        var coloured = terminals.contains("1")
                && variable("NO_COLOR").isEmpty()
                && !variable("TERM").orElse("").equals("dumb");
        return coloured ? Palette.COLOUR : Palette.PLAIN;
    }

    boolean showsProgress() {
        return terminals.contains("2");
    }

    /** Asks a person; empty where there is none, or where the answer is empty. */
    Optional<Password> ask(String question) {
        if (!terminals.contains("0") || !terminals.contains("2")) {
            return Optional.empty();
        }
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s", question))
                .map(String::valueOf)
                .filter(answer -> !answer.isEmpty())
                .map(Password::of);
    }

    /** A line on standard error. */
    void say(String message) {
        err.println("schemalatch: " + message.replaceAll("\\p{Cc}", " "));
    }
}
