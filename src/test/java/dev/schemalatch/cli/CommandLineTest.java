package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final Shell shell;

    CommandLineTest(@TempDir Path home) {
        this.shell = new Shell(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpIsAnAnswer(String option) {
        assertThat(shell.run(option)).isZero();
        assertThat(shell.out()).contains("Usage: schemalatch", "check", "diff", "operator", "Exit status");
        assertThat(shell.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "diff", "pack", "operator", "demo"})
    void everyCommandExplainsItselfWithAnExample(String command) {
        assertThat(shell.run(command, "--help")).isZero();
        assertThat(shell.out()).contains("Usage: schemalatch " + command, "Example:");
        assertThat(shell.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void theVersionIsTold() {
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.out()).startsWith("schemalatch ");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(shell.run()).isEqualTo(1);
        assertThat(shell.err()).contains("--help");
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(shell.run("chekc")).isEqualTo(1);
        assertThat(shell.err()).contains("chekc");
    }

    @Test
    void twoDatabasesThatAreTheSameGiveZero() {
        assertThat(diff()).isZero();
        assertThat(shell.out()).startsWith("InSync  database production (PostgreSQL 17.11) against staging");
        assertThat(shell.diffed.get(0).actual().database()).isEqualTo("production");
    }

    @Test
    void twoDatabasesThatDifferGiveTwo() {
        shell.answering(Answers.different());

        assertThat(diff("--output", "yaml")).isEqualTo(2);
        assertThat(shell.out()).startsWith("verdict: Drifted\n").doesNotContain("history");
        assertThat(diff("--fail-on", "none")).isZero();
    }

    private int diff(String... options) {
        var fixed =
                List.of("diff", "--expected", "postgresql://a@b/staging", "--actual", "postgresql://a@b/production");
        return shell.run(Stream.concat(fixed.stream(), Stream.of(options)).toArray(String[]::new));
    }
}
