package dev.schemalatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts on failures: the reason, and then the message that a user reads. */
public final class Refusals {

    private Refusals() {}

    public static AbstractStringAssert<?> assertFails(Reason reason, ThrowingCallable call) {
        var failed = catchThrowableOfType(FailedException.class, call);
        assertThat(failed).as("a failure with the reason " + reason).isNotNull();
        assertThat(failed.failure().reason()).as(failed.failure().message()).isEqualTo(reason);
        return assertThat(failed.failure().message()).endsWith(".").doesNotContain("\n");
    }
}
