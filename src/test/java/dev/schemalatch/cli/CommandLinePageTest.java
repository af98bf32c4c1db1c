package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.testing.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of {@code docs/cli.md} are what the commands' own help says. */
class CommandLinePageTest {

    private static final Page PAGE = new Page(Path.of("docs/cli.md"));
    private static final Pattern BLOCK = Pattern.compile("(?s)(?<=\n```text\n).*?(?=```\n)");
    private static final List<String> COMMANDS = List.of("check", "diff", "pack", "operator", "demo");

    private final Path home;

    CommandLinePageTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void thePageShowsTheHelpAsItIs() {
        var helps = new ArrayList<>(
                Stream.concat(Stream.of(help()), COMMANDS.stream().map(this::help))
                        .toList());
        var current = BLOCK.matcher(PAGE.text());
        var expected = current.replaceAll(block -> Matcher.quoteReplacement(helps.remove(0)));

        assertThat(helps).as("every help has its block").isEmpty();
        assertThat(PAGE.textAfterWriting(expected)).isEqualTo(expected);
    }

    private String help(String... command) {
        var shell = new Shell(home);
        shell.run(Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new));
        return shell.out();
    }
}
