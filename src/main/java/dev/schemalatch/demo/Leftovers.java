package dev.schemalatch.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be taken away at the end, the last first, also when somebody presses Ctrl-C. */
final class Leftovers implements AutoCloseable {

    private final Deque<AutoCloseable> stack = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::takeAway, "demo-clean-up");

    private Leftovers() {}

    static Leftovers untilExit() {
        var leftovers = new Leftovers();
        Runtime.getRuntime().addShutdownHook(leftovers.atExit);
        return leftovers;
    }

    synchronized <T extends AutoCloseable> T add(T thing) {
        stack.push(thing);
        return thing;
    }

    @Override
    public void close() {
        takeAway();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook is running, or has run.
        }
    }

    private synchronized void takeAway() {
        while (!stack.isEmpty()) {
            close(stack.pop());
        }
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception stubborn) {
            // What cannot be closed must not keep the rest from being closed.
        }
    }
}
