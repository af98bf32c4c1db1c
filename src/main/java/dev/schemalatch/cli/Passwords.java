package dev.schemalatch.cli;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.Password;
import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Finds the password that a URL does not hold, in libpq's order: {@code PGPASSWORD}, {@code ~/.pgpass}, a person. */
final class Passwords {

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Terminal terminal;

    Passwords(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The password for a connection; none where nobody knows one, which is right for servers that ask for none. */
    Password find(ConnectionSettings settings) {
        return terminal.variable("PGPASSWORD")
                .map(Password::of)
                .or(() -> remembered(settings))
                .or(() -> terminal.ask("Password for %s at %s: ".formatted(settings.user(), settings.address())))
                .orElse(Password.none());
    }

    /**
     * The first line of a file.
     *
     * @throws FailedException {@code AuthenticationFailed} where the file cannot be read or is empty
     */
    static Password in(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return Password.of(lines.findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> FailedException.of(
                            Reason.AuthenticationFailed, "%s holds no password in its first line.".formatted(file))));
        } catch (IOException e) {
            throw FailedException.of(
                    Reason.AuthenticationFailed, "The password file %s cannot be read.".formatted(file));
        }
    }

    private Optional<Password> remembered(ConnectionSettings settings) {
        var file = terminal.variable("PGPASSFILE")
                .map(Path::of)
                .orElse(terminal.home().resolve(".pgpass"));
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                terminal.say("%s is not used: group or others may read it; chmod 600 it".formatted(file));
                return Optional.empty();
            }
            return new PasswordFile(Files.readAllLines(file, StandardCharsets.UTF_8)).passwordFor(settings);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            terminal.say("%s is not used: it cannot be read".formatted(file));
            return Optional.empty();
        }
    }
}
