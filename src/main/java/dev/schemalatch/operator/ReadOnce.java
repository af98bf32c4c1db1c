package dev.schemalatch.operator;

import dev.schemalatch.failure.Finding;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.source.Source;
import java.util.Optional;

/** A source that is read at most once: a check and the glances after it see the same, and nobody's registry is asked again. */
final class ReadOnce implements Source {

    private final Source source;
    private Optional<Finding<Bundle>> found = Optional.empty();

    ReadOnce(Source source) {
        this.source = source;
    }

    @Override
    public synchronized Bundle read() {
        var known = found.orElseGet(() -> Finding.of(source::read));
        found = Optional.of(known);
        return known.orThrow();
    }
}
