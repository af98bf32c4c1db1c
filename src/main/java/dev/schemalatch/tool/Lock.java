package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;

/** What a tool holds while it applies migrations, so that no other does. */
public sealed interface Lock {

    /** An advisory lock of the database, by its key of 64 bits. */
    record Advisory(long key) implements Lock {}

    /**
     * A row of a table, which stays behind where its holder dies.
     *
     * @param table that it stands in
     * @param held returns a row while somebody holds it, with {@code since} (seconds of the epoch) and {@code holder} where the
     *     table says that
     * @param release the command that takes it away where its holder is gone
     */
    record InTable(HistoryTable table, Query held, String release) implements Lock {}
}
