package dev.schemalatch.cli;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionUri;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Turns the options that name a database into what is needed to connect to it. */
final class Databases {

    private final Terminal terminal;
    private final CommandSpec command;
    private final boolean quiet;

    /** @param quiet leaves remarks out */
    Databases(Terminal terminal, CommandSpec command, boolean quiet) {
        this.terminal = terminal;
        this.command = command;
        this.quiet = quiet;
    }

    /**
     * The database that an option, or the variable beside it, names; without its password where the URL has none.
     *
     * @throws ParameterException where both or neither is given, or the variable is not set
     */
    ConnectionSettings named(String option, Optional<String> url, Optional<String> variable) {
        return optional(option, url, variable)
                .orElseThrow(() -> usage("%s is missing. Give a URL, or name the variable that holds it: %s-url-env %s"
                        .formatted(option, option, "DATABASE_URL")));
    }

    Optional<ConnectionSettings> optional(String option, Optional<String> url, Optional<String> variable) {
        if (url.isPresent() && variable.isPresent()) {
            throw usage("%s and %s-url-env name the same database: give one".formatted(option, option));
        }
        return url.map(text -> onCommandLine(option, text)).or(() -> variable.map(this::inVariable));
    }

    /** The settings with a password, from wherever there is one. */
    ConnectionSettings withPassword(ConnectionSettings settings) {
        return isSet(settings) ? settings : settings.with(new Passwords(terminal).find(settings));
    }

    private ConnectionSettings onCommandLine(String option, String url) {
        var settings = ConnectionUri.parse(url, option);
        if (isSet(settings) && !quiet) {
            terminal.say(("the password in %s can be seen in the list of processes;"
                            + " %s-url-env, PGPASSWORD or ~/.pgpass keep it to yourself")
                    .formatted(option, option));
        }
        return settings;
    }

    private ConnectionSettings inVariable(String variable) {
        return terminal.variable(variable)
                .map(url -> ConnectionUri.parse(url, variable))
                .orElseThrow(() -> usage("the environment variable %s is not set".formatted(variable)));
    }

    private static boolean isSet(ConnectionSettings settings) {
        return !settings.password().reveal().isEmpty();
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
