package dev.schemalatch.check;

/** Compares two databases. Never throws for what a user, a database or the network can do wrong. */
public interface Differ {

    DiffReport diff(DiffRequest request);
}
