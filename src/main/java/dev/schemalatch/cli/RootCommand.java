package dev.schemalatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code schemalatch} itself. */
@Command(
        name = "schemalatch",
        description = "Finds migration drift in PostgreSQL databases.",
        subcommandsRepeatable = false,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing found that --fail-on names",
            "1:could not tell (usage, connection, replay)",
            "2:found"
        },
        footer = "%nHelp on a command: schemalatch COMMAND --help",
        versionProvider = Version.class)
final class RootCommand {

    @Option(names = "--version", versionHelp = true, description = "the version")
    private boolean version;

    @Option(
            names = {"--help", "-h"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this help")
    private boolean help;
}
