package dev.schemalatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts long-lived processes. */
final class Child {

    private Child() {}

    /**
     * Starts a process from a thread of its own, which lasts as long as the process: the system tells a child of the end of
     * the thread that made it, not of the end of its process.
     */
    static Process start(List<String> command, Path log, String name) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name(name).start(() -> keep(command, log, started));
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
    }

    private static void keep(List<String> command, Path log, CompletableFuture<Process> started) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(new UncheckedIOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
