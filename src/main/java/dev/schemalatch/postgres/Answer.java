package dev.schemalatch.postgres;

/** What came of a {@link ForeignQuery}. */
public sealed interface Answer {

    /** It ran. Whether there is a row is all that is known: no value leaves the server. */
    record Found(boolean row) implements Answer {}

    /**
     * The server does not run it, for a reason of its own.
     *
     * @param condition SQLSTATE and its name; never the server's message, which may quote values
     */
    record Refused(String condition) implements Answer {}
}
