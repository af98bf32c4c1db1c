package dev.schemalatch.check;

/** Looks whether anything changed since the last check: one short transaction, no catalog read, no replay. */
public interface Glancer {

    /**
     * @throws dev.schemalatch.failure.FailedException where the database cannot be reached
     */
    Glance glance(CheckRequest request);
}
