package dev.schemalatch.cli;

import dev.schemalatch.check.CheckRequest;
import dev.schemalatch.check.Focus;
import dev.schemalatch.connection.ConnectionSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What commands need that hold a database against the migrations of its application. */
final class CheckOptions {

    @Spec(Target.MIXEE)
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

    @Mixin
    private MigrationsOption migrations = new MigrationsOption();

    @Mixin
    private ToolOptions tool = new ToolOptions();

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

    /** Whether any option names the database or its migrations. */
    boolean given() {
        return database.isPresent() || databaseVariable.isPresent() || migrations.given();
    }

    /**
     * The request that the options make.
     *
     * @throws ParameterException where they name no database or no migrations
     */
    CheckRequest request(Terminal terminal, ScopeOptions scope, OutputOptions output) {
        var databases = new Databases(terminal, command, output.quiet());
        var files = migrations.source(terminal);
        return CheckRequest.of("cli", database(databases), files, output.timeout())
                .of(tool.choice(databases))
                .on(new Focus(scope.schemas(), scope.ignored(), scope.compare(Set.of())))
                .replaying(databases
                        .optional("--shadow-database", shadow, shadowVariable)
                        .map(databases::withPassword));
    }

    private ConnectionSettings database(Databases databases) {
        var named = databases.named("--database", database, databaseVariable);
        return passwordFile.map(file -> named.with(Passwords.in(file))).orElseGet(() -> databases.withPassword(named));
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
