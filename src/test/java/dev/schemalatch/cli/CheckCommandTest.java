package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemalatch.check.IgnoreRule;
import dev.schemalatch.check.Precondition;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.tool.HistoryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    private static final String URL = "postgresql://app@db.example/orders";

    private final Path home;
    private final Shell shell;

    CheckCommandTest(@TempDir Path home) {
        this.home = home;
        this.shell = new Shell(home);
    }

    @BeforeEach
    void migrations() throws IOException {
        Files.createDirectories(home.resolve("migrations/1_init"));
    }

    @Test
    void aCleanCheckGivesZeroAndItsVerdictOnStandardOutput() {
        assertThat(check("--database", URL)).isZero();
        assertThat(shell.out()).startsWith("InSync  database orders on PostgreSQL 17.11");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.closed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"all, 2", "Drift, 2", "drift, 2", "'Pending, drift', 2", "Pending, 0", "none, 0", "NONE, 0"})
    void failOnDecidesWhatAFindingGives(String list, int status) {
        shell.answering(Answers.drifted());

        assertThat(check("--database", URL, "--fail-on", list)).isEqualTo(status);
    }

    @Test
    void everythingFailsWhereNothingIsSaid() {
        shell.answering(Answers.pending());

        assertThat(check("--database", URL)).isEqualTo(2);
    }

    @Test
    void preconditionsKeepTheirOrderAndTheirEqualsSigns() {
        check("--database", URL, "--precondition", "b=SELECT 1 WHERE 1 = 2", "--precondition", "a=SELECT 2");

        assertThat(shell.checked.get(0).preconditions())
                .containsExactly(new Precondition("b", "SELECT 1 WHERE 1 = 2"), new Precondition("a", "SELECT 2"));
        assertThat(check("--database", URL, "--precondition", "SELECT 1")).isEqualTo(1);
        assertThat(shell.err()).contains("NAME=SQL");
    }

    @ParameterizedTest
    @CsvSource({"all", "Drift", "none"})
    void notKnowingGivesOneWhateverFailOnNames(String list) {
        shell.answering(Answers.unreachable());

        assertThat(check("--database", URL, "--fail-on", list)).isEqualTo(1);
        assertThat(shell.out()).startsWith("Unknown").contains("DatabaseUnreachable");
    }

    @Test
    void jsonIsAloneOnStandardOutputAndFailuresAreToldBesideIt() throws IOException {
        shell.answering(Answers.unreachable());

        check("--database", URL, "--output", "json");

        var document = new ObjectMapper().readTree(shell.out());
        assertThat(document.get("verdict").asText()).isEqualTo("Unknown");
        assertThat(document.get("drift").isNull()).isTrue();
        assertThat(shell.err())
                .isEqualTo("schemalatch: DatabaseUnreachable: db.example:5432/orders does not answer.\n");
    }

    @Test
    void everyOptionReachesTheRequest() {
        check(
                "--database",
                URL,
                "--tool",
                "prisma",
                "--schema",
                "app",
                "--schema",
                "audit",
                "--history-table",
                "app._prisma_migrations",
                "--ignore",
                "table:public.spatial_*",
                "--ignore",
                "tmp_*",
                "--shadow-database",
                "postgresql://shadow@localhost:6000/postgres",
                "--timeout",
                "1m30s");

        var request = shell.checked.get(0);
        assertThat(request.choice().tool()).contains("prisma");
        assertThat(request.schemas()).containsExactly("app", "audit");
        assertThat(request.historyTable()).contains(new HistoryTable("app", "_prisma_migrations"));
        assertThat(request.ignore())
                .containsExactly(new IgnoreRule("table", "public.spatial_*"), new IgnoreRule("*", "tmp_*"));
        assertThat(request.shadow())
                .hasValueSatisfying(at -> assertThat(at.settings().port()).isEqualTo(6000));
        assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void autoIsTheToolThatTheFilesLookLike() {
        check("--database", URL, "--tool", "Auto");

        assertThat(shell.checked.get(0).choice().tool()).isEmpty();
    }

    @Test
    void theUrlMayStandInAVariable() {
        shell.with("ORDERS_URL", "postgresql://app:hidden@db.example/orders");

        assertThat(check("--database-url-env", "ORDERS_URL")).isZero();
        assertThat(shell.checked.get(0).database().password().reveal()).isEqualTo("hidden");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void aPasswordOnTheCommandLineIsTakenAndRemarkedOnWithoutBeingRepeated() {
        assertThat(check("--database", "postgresql://app:hidden@db.example/orders"))
                .isZero();
        assertThat(shell.err()).contains("list of processes").doesNotContain("hidden");
    }

    @Test
    void quietLeavesTheRemarkOut() {
        check("--database", "postgresql://app:hidden@db.example/orders", "--quiet");

        assertThat(shell.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tool x | --database is missing",
                "--database postgresql://a@b/c --database-url-env X | give one",
                "--database-url-env NOT_THERE | NOT_THERE is not set",
                "--database postgresql://a@b/c --output xml | text, json, yaml, markdown",
                "--database postgresql://a@b/c --fail-on Drift,Rain | is none of Pending, Failed",
                "--database postgresql://a@b/c --timeout 5 | no length of time",
                "--database postgresql://a@b/c --timeout 0s | no length of time",
                "--database postgresql://a@b/c --history-table x | SCHEMA.NAME",
                "--database postgresql://a@b/c --ignore table: | names nothing",
                "--database postgresql://a@b/c --bogus | Unknown option",
                "--database mysql://a@b/c | is not a URI of the form"
            })
    void wrongUsageGivesOneAndSaysWhatIsWrong(String options, String message) {
        assertThat(check(options.strip().split(" "))).isEqualTo(1);
        assertThat(shell.err()).contains(message);
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void migrationsThatAreNotThereAreNamed() {
        assertThat(shell.run("check", "--database", URL, "--migrations", "nowhere"))
                .isEqualTo(1);
        assertThat(shell.err()).startsWith("schemalatch: MigrationsEmpty: nowhere");
    }

    @Test
    void aFailureOfTheEngineIsOneLineWithoutATrace() {
        shell.failingWith(FailedException.of(Reason.ShadowUnavailable, "No server could be started."));

        assertThat(check("--database", URL)).isEqualTo(1);
        assertThat(shell.err()).isEqualTo("schemalatch: ShadowUnavailable: No server could be started.\n");
    }

    @Test
    void whatShouldNotHappenSaysWhereItHappenedAndNoMore() {
        shell.failingWith(new IllegalStateException("hidden"));

        assertThat(check("--database", URL)).isEqualTo(1);
        assertThat(shell.err().lines()).hasSize(1);
        assertThat(shell.err())
                .contains("InternalError: IllegalStateException at")
                .doesNotContain("hidden");
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        var escape = "\u001b";
        var refusing = new Shell(home).onTerminals("1").with("NO_COLOR", "1");

        check("--database", URL);
        refusing.run(args("--database", URL));

        assertThat(shell.out()).doesNotContain(escape);
        assertThat(refusing.out()).doesNotContain(escape);
        assertThat(onTerminal("--database", URL)).contains(escape);
        assertThat(onTerminal("--database", URL, "--no-color")).doesNotContain(escape);
        assertThat(onTerminal("--database", URL, "--output", "json")).doesNotContain(escape);
    }

    private String onTerminal(String... options) {
        var terminal = new Shell(home).onTerminals("1");
        terminal.run(args(options));
        return terminal.out();
    }

    private int check(String... options) {
        return shell.run(args(options));
    }

    private String[] args(String... options) {
        var fixed = List.of("check", "--migrations", home.resolve("migrations").toString());
        return Stream.concat(fixed.stream(), Stream.of(options)).toArray(String[]::new);
    }

    @Test
    void whatIsOnDiskIsNoImageAndWhatIsNeitherIsSaid() {
        for (var path : List.of("nowhere/migrations", "prisma/migrations", "./a.b/c", "../x")) {
            assertThat(shell.run("check", "--database", "postgresql://u:p@h/d", "--migrations", path))
                    .isEqualTo(Exit.COULD_NOT_TELL);
            assertThat(shell.err()).contains(path + " is neither a folder nor a file");
        }
        assertThat(shell.run("check", "--database", "postgresql://u:p@h/d", "--migrations", "src", "--plain-http"))
                .isEqualTo(Exit.COULD_NOT_TELL);
        assertThat(shell.err()).contains("Write oci://src where an image is meant");
        assertThat(shell.run("check", "--database", "postgresql://u:p@h/d", "--migrations", "oci://Not An Image"))
                .isEqualTo(Exit.COULD_NOT_TELL);
        assertThat(shell.err()).contains("ImageReferenceInvalid");
    }
}
