package dev.schemalatch.shadow;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.ddl.Attempt;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.tool.Migration;
import java.util.List;

/** A scratch database, on one connection, as the tools have it: a session's settings leak from file to file on purpose. */
public interface Scratch {

    /**
     * Sends a migration's file as one simple query in autocommit, byte-exact, as Prisma does.
     *
     * @throws dev.schemalatch.failure.FailedException {@code ReplayFailed} naming the migration, the line, the statement's
     *     number and what PostgreSQL said; {@code ShadowUnsupported} where it needs an extension or a right that this server
     *     does not give
     */
    void apply(Migration migration);

    /**
     * Sends a migration's file statement by statement, each as a query of its own in autocommit, up to the first that is
     * refused; a transaction that the file leaves open is undone.
     *
     * @param look when the catalog is wanted; it is read where no transaction is open then
     * @throws dev.schemalatch.failure.FailedException where the connection ends
     */
    Stepped step(Migration migration, Stepped.When look);

    /** Runs SQL of our own (tests, preparation), in autocommit. */
    void execute(String sql);

    /** What the database consists of now. */
    Catalog catalog();

    /** The same with what depends on what. */
    Blueprint blueprint();

    /** Runs one statement of our own that changes the schema. */
    Attempt attempt(Statement statement);

    /** The extensions in the database that only stand in for the real ones, in order. */
    List<String> standIns();
}
