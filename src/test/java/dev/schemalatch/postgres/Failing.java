package dev.schemalatch.postgres;

import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Finding;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks something and takes the failure as a value. */
final class Failing {

    private Failing() {}

    static <T> Optional<Failure> failureOf(Supplier<T> question) {
        return Finding.of(question).failure();
    }
}
