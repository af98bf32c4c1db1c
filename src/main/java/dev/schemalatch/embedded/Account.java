package dev.schemalatch.embedded;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operating system's account that PostgreSQL's programs run as. They refuse to run as root; root hands them to another
 * account with {@code setpriv} of util-linux, which also ends a server whose parent dies.
 *
 * @param other whom root runs them as; empty where they run as whoever we are
 */
record Account(Optional<UserPrincipal> other) {

    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    /**
     * @throws FailedException {@code ShadowUnavailable} where we are root and there is nobody else to run them as
     */
    static Account current() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return new Account(Optional.empty());
        }
        var other = UNPRIVILEGED.stream().flatMap(Account::lookUp).findFirst();
        if (other.isEmpty() || setpriv().isEmpty()) {
            throw FailedException.of(
                    Reason.ShadowUnavailable,
                    "PostgreSQL does not run as root. Run as another user, or install setpriv (util-linux) and have a user"
                            + " postgres or nobody.");
        }
        return new Account(other);
    }

    private static Stream<UserPrincipal> lookUp(String name) {
        try {
            return Stream.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException unknown) {
            return Stream.empty();
        }
    }

    private static Optional<Path> setpriv() {
        return Stream.of("/usr/bin/setpriv", "/bin/setpriv")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A command that ends by itself. */
    List<String> command(List<String> command) {
        return switched(command, List.of());
    }

    /** A command that is asked to quit when the thread that started it ends. */
    List<String> childCommand(List<String> command) {
        return switched(command, List.of("--pdeathsig", "QUIT"));
    }

    private List<String> switched(List<String> command, List<String> options) {
        var arguments = new ArrayList<String>();
        other.ifPresent(user -> arguments.addAll(
                List.of("--reuid", user.getName(), "--regid", group(user), "--clear-groups", "--inh-caps=-all")));
        arguments.addAll(options);
        var setpriv = setpriv();
        if (setpriv.isEmpty() || arguments.isEmpty()) {
            return command;
        }
        return Stream.of(List.of(setpriv.get().toString()), arguments, command)
                .flatMap(List::stream)
                .toList();
    }

    private static String group(UserPrincipal user) {
        return user.getName().equals("nobody") ? "65534" : user.getName();
    }

    /** Gives a file to the account. */
    void own(Path path) throws IOException {
        if (other.isPresent()) {
            Files.setOwner(path, other.get());
        }
    }
}
