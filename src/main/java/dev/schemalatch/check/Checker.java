package dev.schemalatch.check;

/** Answers a request with a report. Never throws for what a user, a database or the network can do wrong. */
public interface Checker {

    CheckReport check(CheckRequest request);
}
