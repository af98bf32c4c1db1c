package dev.schemalatch.testing;

import dev.schemalatch.connection.ConnectionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The machine's own pg_dump and psql, where it has them. */
public final class PgDump {

    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private PgDump() {}

    /** pg_dump refuses servers that are newer than itself. */
    public static boolean canRead(int major) {
        try {
            var version = MAJOR.matcher(output(List.of("pg_dump", "--version"), List.of()));
            return version.find() && Integer.parseInt(version.group(1)) >= major;
        } catch (IllegalStateException absent) {
            return false;
        }
    }

    /** Dumps one database's schema and restores it into the other. */
    public static void copy(TestDatabase from, TestDatabase to) {
        var dump = output(command("pg_dump", from.settings(), "--schema-only"), List.of());
        output(command("psql", to.settings(), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"), List.of(dump));
    }

    private static List<String> command(String program, ConnectionSettings settings, String... options) {
        var command = new ArrayList<>(List.of(program, "--dbname=" + uri(settings)));
        command.addAll(List.of(options));
        return command;
    }

    private static String uri(ConnectionSettings settings) {
        return "postgresql://" + settings.user() + ":" + settings.password().reveal() + "@" + settings.address();
    }

    private static String output(List<String> command, List<String> input) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var stdin = process.getOutputStream()) {
                for (var text : input) {
                    stdin.write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.get(0) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(command.get(0) + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
