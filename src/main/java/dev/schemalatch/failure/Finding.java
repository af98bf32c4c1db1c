package dev.schemalatch.failure;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What was asked for, or the failure that kept it from being known. Not knowing is never taken for "all is well". */
public sealed interface Finding<T> {

    record Known<T>(T value) implements Finding<T> {}

    record Unknown<T>(Failure why) implements Finding<T> {}

    /** Runs the question; a {@link FailedException} becomes {@link Unknown}, any other exception passes through. */
    static <T> Finding<T> of(Supplier<T> question) {
        try {
            return new Known<>(question.get());
        } catch (FailedException failed) {
            return new Unknown<>(failed.failure());
        }
    }

    default Optional<T> known() {
        return switch (this) {
            case Known<T>(T value) -> Optional.of(value);
            case Unknown<T> ignored -> Optional.empty();
        };
    }

    default Optional<Failure> failure() {
        return switch (this) {
            case Known<T> ignored -> Optional.empty();
            case Unknown<T>(Failure why) -> Optional.of(why);
        };
    }

    /**
     * What is known.
     *
     * @throws FailedException with the failure that kept it from being known
     */
    default T orThrow() {
        return switch (this) {
            case Known<T>(T value) -> value;
            case Unknown<T>(Failure why) -> throw new FailedException(why);
        };
    }

    /** Asks the next question where this one was answered; hands the failure on where it was not. */
    default <R> Finding<R> then(Function<T, R> next) {
        return switch (this) {
            case Known<T>(T value) -> of(() -> next.apply(value));
            case Unknown<T>(Failure why) -> new Unknown<>(why);
        };
    }
}
