package dev.schemalatch.postgres;

import java.util.OptionalInt;

/** What came of sending a text of statements as one message. */
public sealed interface Outcome {

    /**
     * All statements ran.
     *
     * @param transactionOpen whether the text left a transaction open
     */
    record Done(boolean transactionOpen) implements Outcome {}

    /**
     * The server stopped at a statement.
     *
     * @param message its primary message; may hold values and literals
     * @param position 1-based, in code points of the text; empty where the server names none
     * @param completed how many statements of the text had ended before
     * @param raised whether the text of the message is the statements' own ({@code RAISE})
     */
    record Refused(String sqlState, String message, OptionalInt position, int completed, boolean raised)
            implements Outcome {}

    /** The server sent more than the connection's budget. */
    record Flooded() implements Outcome {}

    /** The connection's time was over. */
    record TimedOut() implements Outcome {}

    /** The connection ended otherwise. */
    record Lost() implements Outcome {}
}
