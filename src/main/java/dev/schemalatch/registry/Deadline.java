package dev.schemalatch.registry;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/** A point in time that no reading goes on past: whatever request runs then is cut off, also one that drips. */
final class Deadline implements AutoCloseable {

    private final long end;
    private final Duration time;
    private final CompletableFuture<Void> strike;
    private Optional<Cancellable> running = Optional.empty();

    private Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
        this.time = time;
        this.strike = CompletableFuture.runAsync(
                this::cut, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    static Deadline in(Duration time) {
        return new Deadline(time);
    }

    /** An earlier one, for what may not use up all of the time. */
    Deadline within(Duration most) {
        return in(remaining().compareTo(most) < 0 ? remaining() : most);
    }

    /** Has a request cut off when the time is over. */
    synchronized void watch(Cancellable request) {
        running = Optional.of(request);
        if (passed()) {
            cut();
        }
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    boolean passed() {
        return end - System.nanoTime() <= 0;
    }

    /**
     * Goes on only where there is time left.
     *
     * @param what is waited for, as messages name it
     */
    void check(String what) {
        if (passed()) {
            throw over(what);
        }
    }

    FailedException over(String what) {
        return FailedException.of(
                Reason.RegistryTimeout,
                what + " was not there within " + time.toSeconds()
                        + " s. Layers that came whole are kept for the next try.");
    }

    private synchronized void cut() {
        running.ifPresent(Cancellable::cancel);
    }

    @Override
    public void close() {
        strike.cancel(false);
    }
}
