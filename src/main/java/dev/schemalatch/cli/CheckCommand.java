package dev.schemalatch.cli;

import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.report.Format;
import dev.schemalatch.source.Sources;
import dev.schemalatch.tool.HistoryTable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code schemalatch check}: one database against the migrations of its application. */
@Command(
        name = "check",
        customSynopsis = "schemalatch check --database URL --migrations PATH [OPTIONS]",
        description = "Compares a database with the migrations of its application: which are applied, pending, missing,"
                + " failed or edited, and where the live schema has left them. Only reads.",
        footerHeading = "%nExample:%n",
        footer = {
            "  export DATABASE_URL=postgresql://app@db.example/orders",
            "  schemalatch check --database-url-env DATABASE_URL --migrations prisma/migrations"
        })
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Engine> engine;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--database", paramLabel = "URL", description = "the database: postgresql://user@host:port/name")
    private Optional<String> database = Optional.empty();

    @Option(
            names = "--database-url-env",
            paramLabel = "VAR",
            description = "the environment variable that holds the database's URL")
    private Optional<String> databaseVariable = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "a file whose first line is the database's password; else PGPASSWORD, ~/.pgpass, or a prompt")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--migrations",
            paramLabel = "PATH",
            required = true,
            description = "the folder of migrations, or a .zip or .tgz of it")
    private Path migrations = Path.of("");

    @Option(
            names = "--tool",
            paramLabel = "NAME",
            description = "the migration tool, such as Prisma; default: what the files look like")
    private Optional<String> tool = Optional.empty();

    @Option(
            names = "--history-table",
            paramLabel = "SCHEMA.NAME",
            description = "the tool's history table, where it is not the tool's own default")
    private Optional<String> historyTable = Optional.empty();

    @Option(
            names = "--shadow-database",
            paramLabel = "URL",
            description = "a server where scratch databases may be made; default: an embedded one of the same version")
    private Optional<String> shadow = Optional.empty();

    @Option(
            names = "--shadow-database-url-env",
            paramLabel = "VAR",
            description = "the environment variable that holds the shadow's URL")
    private Optional<String> shadowVariable = Optional.empty();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    CheckCommand(Terminal terminal, Supplier<Engine> engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        var request = request();
        CheckReport report;
        try (var progress = Progress.start(terminal, output.quiet(), "checking")) {
            report = engine.get().checker().check(request);
        }
        terminal.out().print(output.format().render(report, output.palette(terminal)));
        if (output.format() != Format.text) {
            Failures.of(report).forEach(terminal::say);
        }
        return Exit.of(report.assessment().found(), output.failOn());
    }

    private CheckRequest request() {
        var databases = new Databases(terminal, command, output.quiet());
        return new CheckRequest(
                "cli",
                database(databases),
                Sources.at(migrations),
                tool.filter(name -> !name.equalsIgnoreCase("auto")),
                historyTable.map(this::historyTable),
                scope.schemas(),
                databases.optional("--shadow-database", shadow, shadowVariable).map(databases::withPassword),
                scope.ignored(),
                output.timeout());
    }

    private ConnectionSettings database(Databases databases) {
        var named = databases.named("--database", database, databaseVariable);
        return passwordFile.map(file -> named.with(Passwords.in(file))).orElseGet(() -> databases.withPassword(named));
    }

    private HistoryTable historyTable(String text) {
        var dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new ParameterException(
                    command.commandLine(), "--history-table is written SCHEMA.NAME, such as public._prisma_migrations");
        }
        return new HistoryTable(text.substring(0, dot), text.substring(dot + 1));
    }
}
