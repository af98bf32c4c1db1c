package dev.schemalatch.connection;

/** A password that does not show itself: not in logs, not in messages, not in {@code toString}. */
public final class Password {

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    public static Password of(String value) {
        return new Password(value);
    }

    public static Password none() {
        return new Password("");
    }

    /** The password itself, for the driver alone. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
