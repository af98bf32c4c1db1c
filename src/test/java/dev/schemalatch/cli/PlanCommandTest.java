package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Compare;
import dev.schemalatch.check.DiffRequest;
import dev.schemalatch.check.Planning;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    private final Shell shell;
    private final String migrations;

    PlanCommandTest(@TempDir Path home) {
        shell = new Shell(home);
        migrations = home.toString();
    }

    @Test
    void aDatabaseAndItsMigrationsArePlannedFor() {
        shell.run("plan", "--database", "postgresql://app@db/orders", "--migrations", migrations);

        assertThat(shell.checked)
                .singleElement()
                .extracting(CheckRequest::planning)
                .isEqualTo(Planning.Proven);
    }

    @Test
    void rowsAreCountedWhereAskedFor() {
        shell.run("plan", "--database", "postgresql://app@db/orders", "--migrations", migrations, "--probe");

        assertThat(shell.checked)
                .singleElement()
                .extracting(CheckRequest::planning)
                .isEqualTo(Planning.Probed);
    }

    @Test
    void neitherAndBothAreRefusedWithWhatToName() {
        assertThat(shell.run("plan")).isEqualTo(1);
        assertThat(shell.run("plan", "--database", "postgresql://db/a", "--expected", "postgresql://db/b"))
                .isEqualTo(1);

        assertThat(shell.err())
                .contains("name a database and its migrations (--database, --migrations), or two databases");
        assertThat(shell.checked).isEmpty();
    }

    @Test
    void anUnknownScriptIsRefused() {
        assertThat(shell.run(
                        "plan", "--expected", "postgresql://db/a", "--actual", "postgresql://db/b", "--print", "all"))
                .isEqualTo(1);

        assertThat(shell.err()).contains("'all' is no script: write repair or catch-up");
    }

    @Test
    void whatIsComparedBetweenTwoDatabasesIsChosen() {
        diff("--compare", "none");
        diff("--compare", "owners,privileges");
        diff("--compare", "owners", "--compare", "default-privileges");
        diff();

        assertThat(shell.diffed)
                .extracting(DiffRequest::compare)
                .containsExactly(
                        Set.of(),
                        Set.of(Compare.Owners, Compare.Privileges),
                        Set.of(Compare.Owners, Compare.DefaultPrivileges),
                        Compare.all());
    }

    private void diff(String... options) {
        var fixed = Stream.of("diff", "--expected", "postgresql://app@db/a", "--actual", "postgresql://app@db/b");
        shell.run(Stream.concat(fixed, Stream.of(options)).toArray(String[]::new));
    }
}
