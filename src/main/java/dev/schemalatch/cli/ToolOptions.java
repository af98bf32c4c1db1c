package dev.schemalatch.cli;

import dev.schemalatch.check.SchemaSource;
import dev.schemalatch.check.ToolChoice;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What is to be said of the migration tool, where the files do not say it. */
final class ToolOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--tool",
            paramLabel = "NAME",
            description = "the migration tool, such as Prisma or Flyway; default: what files and database look like")
    private Optional<String> tool = Optional.empty();

    @Option(
            names = "--history-table",
            paramLabel = "SCHEMA.NAME",
            description = "the tool's history table, where it is not the tool's own default")
    private Optional<String> historyTable = Optional.empty();

    @Option(
            names = "--placeholder",
            paramLabel = "KEY=VALUE",
            description =
                    "what stands for a name in the files: Flyway's placeholders, Liquibase's parameters; may be repeated")
    private Map<String, String> placeholders = new TreeMap<>();

    @Option(
            names = "--schema-file",
            paramLabel = "FILE",
            description =
                    "a file of SQL that makes the schema of all migrations, for tools whose migrations are programs")
    private Optional<Path> schemaFile = Optional.empty();

    @Option(
            names = "--schema-database",
            paramLabel = "URL",
            description = "a database that has the schema of all migrations, for the same")
    private Optional<String> schemaDatabase = Optional.empty();

    @Option(
            names = "--schema-database-url-env",
            paramLabel = "VAR",
            description = "the environment variable that holds its URL")
    private Optional<String> schemaVariable = Optional.empty();

    @Mixin
    private SqlOptions sql = new SqlOptions();

    /**
     * What the options say.
     *
     * @throws ParameterException where they contradict each other or name a file that cannot be read
     */
    ToolChoice choice(Databases databases) {
        var database = databases
                .optional("--schema-database", schemaDatabase, schemaVariable)
                .map(databases::withPassword);
        if (schemaFile.isPresent() && database.isPresent()) {
            throw usage("--schema-file and --schema-database both say which schema is expected: give one");
        }
        return new ToolChoice(tool.filter(name -> !name.equalsIgnoreCase("auto")), historyTable.map(this::historyTable))
                .with(options())
                .expecting(schemaFile.<SchemaSource>map(this::text).or(() -> database.map(SchemaSource.Database::new)));
    }

    private Options options() {
        var said = Options.none().with(placeholders);
        return sql.described(name -> table("--sql-table", name)).map(said::with).orElse(said);
    }

    private SchemaSource text(Path file) {
        try {
            return new SchemaSource.Text(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw usage("--schema-file: %s cannot be read as text; name a file of SQL".formatted(file));
        }
    }

    private HistoryTable historyTable(String text) {
        return table("--history-table", text);
    }

    private HistoryTable table(String option, String text) {
        var dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw usage(option + " is written SCHEMA.NAME, such as public._prisma_migrations");
        }
        return new HistoryTable(text.substring(0, dot), text.substring(dot + 1));
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
