package dev.schemalatch.source;

/** A place that migrations are kept in. */
public interface Source {

    /**
     * Reads all files, within limits on bytes and number.
     *
     * @throws dev.schemalatch.failure.FailedException where the place is missing, empty, broken or breaks a limit
     */
    Bundle read();
}
