package dev.schemalatch.shadow;

import java.util.OptionalInt;

/**
 * Where a migration stopped while it was replayed.
 *
 * @param migration its name
 * @param statement the number of the statement that failed, from 1
 * @param of how many statements the file has
 * @param line of the file, from 1
 * @param sqlState PostgreSQL's code; empty text where the server did not answer
 */
public record ReplayStop(String migration, OptionalInt statement, int of, OptionalInt line, String sqlState) {

    /** {@code statement 3 of 7}, as a status says it; empty text where it is not known. */
    public String stoppedAt() {
        return statement.isPresent() ? "statement " + statement.getAsInt() + " of " + of : "";
    }

    /** {@code statement 3 of 7, line 12}. */
    String place() {
        var at = stoppedAt();
        if (line.isEmpty()) {
            return at;
        }
        return (at.isEmpty() ? "" : at + ", ") + "line " + line.getAsInt();
    }
}
