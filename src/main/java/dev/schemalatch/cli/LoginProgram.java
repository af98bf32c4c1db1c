package dev.schemalatch.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.schemalatch.registry.Credentials;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The program that keeps a user's logins, {@code docker-credential-<name>}: asked as Docker asks it, since the user's own file names
 * it.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers#development">The protocol</a>
 */
record LoginProgram(Terminal terminal, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int SECONDS = 30;

    /** The login for a registry; empty, with a remark, where the program gives none. */
    Optional<Credentials> login(String address, String registry) {
        var program = program();
        if (program.isEmpty()) {
            terminal.say("docker's config names the credential helper " + shown() + ", which is not on the PATH: "
                    + registry + " is asked without its login");
            return Optional.empty();
        }
        try {
            return answer(program.get(), address).flatMap(json -> read(json, registry));
        } catch (IOException broken) {
            terminal.say("the credential helper " + shown() + " could not be run: " + registry
                    + " is asked without its login");
            return Optional.empty();
        }
    }

    private Optional<byte[]> answer(Path program, String address) throws IOException {
        var process = new ProcessBuilder(program.toString(), "get")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(address.getBytes(StandardCharsets.UTF_8));
        }
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        var said = process.getInputStream().readNBytes(64 * 1024);
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Credentials> read(byte[] json, String registry) {
        try {
            var answer = JsonMapper.builder().build().readTree(json);
            var user = answer.path("Username").asText("");
            var secret = answer.path("Secret").asText("");
            return user.isEmpty() || secret.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            user.equals("<token>")
                                    ? Credentials.ofToken(registry, secret)
                                    : Credentials.of(registry, user, secret));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private Optional<Path> program() {
        return Optional.of(name).filter(text -> NAME.matcher(text).matches()).stream()
                .flatMap(text -> Arrays.stream(
                                terminal.variable("PATH").orElse("").split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, "docker-credential-" + text)))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String shown() {
        return NAME.matcher(name).matches() ? "docker-credential-" + name : "of a name that cannot be one";
    }
}
