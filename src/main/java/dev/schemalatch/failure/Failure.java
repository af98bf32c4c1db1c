package dev.schemalatch.failure;

/**
 * Why a question could not be answered. The kind says what helps: time ({@link Waiting}), somebody's change ({@link
 * Stalled}), or trying again ({@link Transient}).
 *
 * <p>A message names the object to look at and the next step. It never holds a secret, a row value or an SQL literal: it
 * ends up in statuses and events that every viewer can read.
 */
public sealed interface Failure {

    Reason reason();

    String message();

    /** Nothing is wrong; what is in the way passes by itself, soon. */
    record Waiting(Reason reason, String message) implements Failure {
        public Waiting {
            requireKind(reason, Reason.Kind.WAITING);
        }
    }

    /** Stays as it is until someone changes the resource, its secret, its migrations or the role's rights. */
    record Stalled(Reason reason, String message) implements Failure {
        public Stalled {
            requireKind(reason, Reason.Kind.STALLED);
        }
    }

    /** An outage or a fault; worth trying again with growing pauses. */
    record Transient(Reason reason, String message) implements Failure {
        public Transient {
            requireKind(reason, Reason.Kind.TRANSIENT);
        }
    }

    /** The failure of the kind that the reason belongs to. */
    static Failure of(Reason reason, String message) {
        return switch (reason.kind()) {
            case WAITING -> new Waiting(reason, message);
            case STALLED -> new Stalled(reason, message);
            case TRANSIENT -> new Transient(reason, message);
            case FINDING -> throw new IllegalArgumentException(reason + " is a finding, not a failure");
        };
    }

    private static void requireKind(Reason reason, Reason.Kind kind) {
        if (reason.kind() != kind) {
            throw new IllegalArgumentException(reason + " is not of kind " + kind);
        }
    }
}
