package dev.schemalatch.testing;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A thing for many cases, one after the other. What cases leave lies about in a database's catalogs and slows down all that
 * follow, and a new database is slow to begin with: each serves for many cases, and none for all.
 */
public final class Renewed<T extends AutoCloseable> implements AutoCloseable {

    private static final int CASES = 150;

    private final Callable<T> maker;
    private Optional<T> current = Optional.empty();
    private int cases;

    public Renewed(Callable<T> maker) {
        this.maker = maker;
    }

    /** For the next case. */
    public T next() throws Exception {
        if (cases == CASES) {
            discard();
        }
        cases++;
        var thing = current.isPresent() ? current.orElseThrow() : maker.call();
        current = Optional.of(thing);
        return thing;
    }

    /** The next case takes a new one. */
    public void discard() throws Exception {
        cases = 0;
        var old = current;
        current = Optional.empty();
        if (old.isPresent()) {
            old.orElseThrow().close();
        }
    }

    @Override
    public void close() throws Exception {
        discard();
    }
}
