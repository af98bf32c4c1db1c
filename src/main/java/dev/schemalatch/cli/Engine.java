package dev.schemalatch.cli;

import dev.schemalatch.check.Checker;
import dev.schemalatch.check.Differ;

/** What answers the commands: opened by the first that asks, closed with the process. */
public interface Engine extends AutoCloseable {

    Checker checker();

    Differ differ();

    /** Ends the embedded servers, if any were started. */
    @Override
    void close();
}
