package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Planning;
import java.nio.file.Path;
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
}
