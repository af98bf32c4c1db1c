package dev.schemalatch.cli;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.tool.DescribedTable;
import dev.schemalatch.tool.FilePattern;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.SqlChecksum;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a program of one's own keeps of the files that it runs, for {@code --tool sql}. */
final class SqlOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--sql-table",
            paramLabel = "SCHEMA.NAME",
            description = "for --tool sql: the table with a row for each file that ran")
    private Optional<String> table = Optional.empty();

    @Option(names = "--sql-name", paramLabel = "COLUMN", description = "its column with what the files are called")
    private Optional<String> name = Optional.empty();

    @Option(names = "--sql-at", paramLabel = "COLUMN", description = "its column with the time when a file ran")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--sql-checksum",
            paramLabel = "COLUMN",
            description = "its column with a checksum of the file's bytes, in digits, base64 or as bytea")
    private Optional<String> checksum = Optional.empty();

    @Option(
            names = "--sql-algorithm",
            paramLabel = "NAME",
            description = "the checksum's algorithm: ${COMPLETION-CANDIDATES}; default: whichever fits")
    private Optional<SqlChecksum> algorithm = Optional.empty();

    @Option(
            names = "--sql-success",
            paramLabel = "COLUMN",
            description = "its column that is true where a file ran to its end")
    private Optional<String> success = Optional.empty();

    @Option(
            names = "--sql-file",
            paramLabel = "REGEX",
            description =
                    "over a file's whole name; its first group is what the table holds; default: the name without .sql")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--sql-order",
            paramLabel = "ORDER",
            description = "the order in which files run, Version or Name; default: Version, numbers count as numbers")
    private DescribedTable.Order order = DescribedTable.Order.Version;

    @Option(
            names = "--sql-sending",
            paramLabel = "HOW",
            description =
                    "how a file is sent: Statements (as psql -f, the default), Transaction (as psql -1 -f), Whole (as one"
                            + " query)")
    private DescribedTable.Sending sending = DescribedTable.Sending.Statements;

    /**
     * The table that the options describe; empty where there are none.
     *
     * @throws ParameterException where they describe none that could be read
     */
    Optional<DescribedTable> described(Function<String, HistoryTable> named) {
        if (table.isEmpty() && name.isEmpty()) {
            if (Stream.of(at, checksum, algorithm, success, file).anyMatch(Optional::isPresent)) {
                throw usage("options that begin with --sql need --sql-table and --sql-name");
            }
            return Optional.empty();
        }
        return Optional.of(DescribedTable.of(
                        named.apply(
                                table.orElseThrow(() -> usage("--sql-table is missing. Name the table of --sql-name"))),
                        name.orElseThrow(
                                () -> usage("--sql-name is missing. Name the column of --sql-table with the names")))
                .at(at)
                .checksum(checksum, algorithm)
                .success(success)
                .files(file.map(this::pattern), order)
                .sent(sending));
    }

    private FilePattern pattern(String expression) {
        try {
            return FilePattern.of(expression);
        } catch (FailedException e) {
            throw usage(e.failure().message());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
