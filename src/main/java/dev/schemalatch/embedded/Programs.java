package dev.schemalatch.embedded;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.sql.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs of one version, unpacked, with a data directory beside them that every server starts from a copy of.
 */
record Programs(ServerVersion version, Path folder) {

    private static final long PATIENCE_SECONDS = 60;

    Path template() {
        return folder.resolve("template");
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** The command that makes the template: superuser {@code schemalatch}, sockets trusted, passwords asked for over TCP. */
    List<String> initialise(Path template) {
        return List.of(
                program("initdb"),
                "--pgdata=" + template,
                "--username=" + EmbeddedServer.SUPERUSER,
                "--auth-local=trust",
                "--auth-host=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--wal-segsize=1",
                "--no-sync",
                "--no-instructions");
    }

    /**
     * Runs a program to its end.
     *
     * @throws FailedException {@code ShadowUnavailable} with the program's last words
     */
    static void run(List<String> command, String input) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (process.isAlive() || process.exitValue() != 0) {
                throw unavailable(command, said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FailedException.of(Reason.ShadowUnavailable, "Interrupted while preparing PostgreSQL.");
        }
    }

    private static FailedException unavailable(List<String> command, String said) {
        var program = command.stream()
                .filter(word -> word.contains("/bin/") && !word.endsWith("setpriv"))
                .map(word -> Path.of(word).getFileName().toString())
                .findFirst()
                .orElse("PostgreSQL");
        return FailedException.of(Reason.ShadowUnavailable, program + " failed: " + lastWords(said));
    }

    /** The end of what a program said, on one line. */
    static String lastWords(String said) {
        var lines = said.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    /** Sends PostgreSQL's "quit at once" to a server: it ends its children and gives back what it shared. */
    List<String> quit(Path data) {
        return List.of(program("pg_ctl"), "stop", "--pgdata=" + data, "--mode=immediate", "--timeout=10", "--silent");
    }

    /** The command that runs a server with its settings. */
    List<String> serve(Path data, List<String> settings) {
        return Stream.concat(
                        Stream.of(program("postgres"), "-D", data.toString()),
                        settings.stream().flatMap(setting -> Stream.of("-c", setting)))
                .toList();
    }
}
