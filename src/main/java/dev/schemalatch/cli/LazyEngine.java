package dev.schemalatch.cli;

import java.util.Optional;
import java.util.function.Supplier;

/** Opens the engine when it is first asked for, and closes what it opened. */
final class LazyEngine implements AutoCloseable {

    private final Supplier<Engine> open;
    private Optional<Engine> opened = Optional.empty();

    LazyEngine(Supplier<Engine> open) {
        this.open = open;
    }

    Engine get() {
        var engine = opened.orElseGet(open);
        opened = Optional.of(engine);
        return engine;
    }

    @Override
    public void close() {
        opened.ifPresent(Engine::close);
    }
}
