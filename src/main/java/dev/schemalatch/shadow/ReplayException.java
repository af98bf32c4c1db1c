package dev.schemalatch.shadow;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Failure;
import dev.schemalatch.failure.Reason;

/** A migration that did not replay, with the place it stopped at. */
public final class ReplayException extends FailedException {

    private static final long serialVersionUID = 1L;

    private final transient ReplayStop stop;

    ReplayException(Reason reason, String message, ReplayStop stop) {
        super(Failure.of(reason, message));
        this.stop = stop;
    }

    public ReplayStop stop() {
        return stop;
    }
}
