package dev.schemalatch.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the seconds of a long command on standard error; takes its line away when the command is done. */
final class Progress implements AutoCloseable {

    private final Terminal terminal;
    private final String what;
    private final AtomicInteger seconds = new AtomicInteger();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });

    private Progress(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** Shows nothing within the first second, and nothing at all where nobody looks. */
    static Progress start(Terminal terminal, boolean quiet, String what) {
        var progress = new Progress(terminal, what);
        if (!quiet && terminal.showsProgress()) {
            progress.ticks.scheduleAtFixedRate(progress::tick, 1, 1, TimeUnit.SECONDS);
        }
        return progress;
    }

    private void tick() {
        terminal.err().print("\r%s ... %d s".formatted(what, seconds.incrementAndGet()));
        terminal.err().flush();
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        try {
            if (ticks.awaitTermination(1, TimeUnit.SECONDS) && seconds.get() > 0) {
                terminal.err().print("\r" + " ".repeat(what.length() + " ... 00000 s".length()) + "\r");
                terminal.err().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
