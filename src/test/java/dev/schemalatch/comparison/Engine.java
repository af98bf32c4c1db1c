package dev.schemalatch.comparison;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another program that compares schemas, kept running: it reads pairs of URLs and answers SQL (see {@code scripts/engines}). */
final class Engine implements AutoCloseable {

    private static final int SECONDS = 90;

    private final String name;
    private final String command;
    private Process process;
    private BufferedReader answers;

    Engine(String name, String command) {
        this.name = name;
        this.command = command;
        start();
    }

    String name() {
        return name;
    }

    private void start() {
        try {
            process = new ProcessBuilder("/bin/bash", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an engine said to a pair. */
    sealed interface Answer {}

    record Sql(String text) implements Answer {

        /** Whether it holds more than comments and settings. */
        boolean saysSomething() {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("--"))
                    .anyMatch(
                            line -> !line.matches("(?i)(SET |RESET |BEGIN;|COMMIT;|SELECT pg_catalog\\.set_config).*"));
        }
    }

    record Failed(String message) implements Answer {}

    /** What it takes to make the database at one URL like the one at another. */
    Answer compare(String present, String wanted) {
        try (var watch = Executors.newSingleThreadExecutor()) {
            var answer = watch.submit(() -> ask(present + " " + wanted + "\n"));
            try {
                return answer.get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return restart(answer, e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Failed restart(Future<Answer> answer, Exception why) {
        close();
        answer.cancel(true);
        start();
        return new Failed(why.toString());
    }

    private Answer ask(String request) throws IOException {
        process.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        var sql = new StringBuilder();
        var lines = answers;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("-- done")) {
                return new Sql(sql.toString());
            }
            if (line.startsWith("-- failed")) {
                return new Failed(line);
            }
            sql.append(line).append('\n');
        }
        throw new IOException(name + " ended");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
