package dev.schemalatch.ddl;

/** What came of running a statement. */
public sealed interface Attempt {

    record Done() implements Attempt {}

    /**
     * PostgreSQL refused it.
     *
     * @param message what it said, without values
     */
    record Refused(String message) implements Attempt {}

    /** Whoever ran it may not: it proves nothing about the statement. */
    record NotPermitted(String message) implements Attempt {}
}
