package dev.schemalatch.failure;

/** Carries a {@link Failure} from where it is noticed to the one place that turns it into a finding. */
public class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailedException(Failure failure) {
        super(failure.reason() + ": " + failure.message());
        this.failure = failure;
    }

    public FailedException(Failure failure, Throwable cause) {
        super(failure.reason() + ": " + failure.message(), cause);
        this.failure = failure;
    }

    /** A failure of the kind that the reason belongs to. */
    public static FailedException of(Reason reason, String message) {
        return new FailedException(Failure.of(reason, message));
    }

    public Failure failure() {
        return failure;
    }
}
