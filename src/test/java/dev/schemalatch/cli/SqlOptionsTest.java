package dev.schemalatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemalatch.tool.DescribedTable;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.SqlChecksum;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a table of one's own is described on the command line. */
class SqlOptionsTest {

    private final Path home;
    private final Shell shell;

    SqlOptionsTest(@TempDir Path home) {
        this.home = home;
        this.shell = new Shell(home);
    }

    @Test
    void aTableIsDescribedByItsColumns() {
        assertThat(check(
                        "--sql-table ops.done --sql-name script --sql-at ran --sql-checksum sum --sql-algorithm sha256 --sql-success"
                                + " ok --sql-file V([0-9]+)__.*\\.sql --sql-order Name --sql-sending Transaction"))
                .isZero();

        var described = shell.checked.get(0).choice().options().table().orElseThrow();
        assertThat(described.table()).isEqualTo(new HistoryTable("ops", "done"));
        assertThat(described.name()).isEqualTo("script");
        assertThat(described.at()).contains("ran");
        assertThat(described.checksum()).contains("sum");
        assertThat(described.algorithm()).contains(SqlChecksum.sha256);
        assertThat(described.success()).contains("ok");
        assertThat(described.file()).isPresent();
        assertThat(described.order()).isEqualTo(DescribedTable.Order.Name);
        assertThat(described.sending()).isEqualTo(DescribedTable.Sending.Transaction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sql-name script | --sql-table is missing",
                "--sql-table ops.done | --sql-name is missing",
                "--sql-table done --sql-name script | --sql-table is written SCHEMA.NAME",
                "--sql-checksum sum | need --sql-table and --sql-name",
                "--sql-table ops.done --sql-name script --sql-algorithm rot13 | rot13",
                "--sql-table ops.done --sql-name script --sql-file V[0-9 | is no regular expression",
                "--sql-table ops.done --sql-name script --sql-file .* | has no group",
                "--sql-table ops.done --sql-name script --sql-order Random | Random",
            })
    void aDescriptionThatCannotBeUsedIsAnswered(String options, String message) {
        assertThat(check(options)).isEqualTo(1);
        assertThat(shell.err()).contains(message);
    }

    private int check(String options) {
        var fixed =
                List.of("check", "--migrations", home.toString(), "--database", "postgresql://a@b/c", "--tool", "sql");
        return shell.run(Stream.concat(fixed.stream(), Stream.of(options.strip().split(" ")))
                .toArray(String[]::new));
    }
}
