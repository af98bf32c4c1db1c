package dev.schemalatch.cli;

import dev.schemalatch.check.Compare;
import dev.schemalatch.check.DiffRequest;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What commands need that hold two databases against each other. */
final class TwoDatabaseOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--expected", paramLabel = "URL", description = "the database that is right")
    private Optional<String> expected = Optional.empty();

    @Option(
            names = "--expected-url-env",
            paramLabel = "VAR",
            description = "the environment variable that holds its URL")
    private Optional<String> expectedVariable = Optional.empty();

    @Option(names = "--actual", paramLabel = "URL", description = "the database in question")
    private Optional<String> actual = Optional.empty();

    @Option(names = "--actual-url-env", paramLabel = "VAR", description = "the environment variable that holds its URL")
    private Optional<String> actualVariable = Optional.empty();

    /** Whether any option names one of the two. */
    boolean given() {
        return expected.isPresent() || expectedVariable.isPresent() || actual.isPresent() || actualVariable.isPresent();
    }

    /** The request that the options make. */
    DiffRequest request(Terminal terminal, ScopeOptions scope, OutputOptions output) {
        var databases = new Databases(terminal, command, output.quiet());
        return new DiffRequest(
                        databases.withPassword(databases.named("--expected", expected, expectedVariable)),
                        databases.withPassword(databases.named("--actual", actual, actualVariable)),
                        scope.schemas(),
                        scope.ignored(),
                        output.timeout())
                .comparing(scope.compare(Compare.all()));
    }
}
