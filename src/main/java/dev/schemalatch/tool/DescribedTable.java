package dev.schemalatch.tool;

import java.util.Optional;

/**
 * A history table that its user describes, since a program of their own writes it, and how that program takes the files.
 *
 * @param name the column with what the files are called
 * @param at the column that says when a migration was applied
 * @param checksum the column with a checksum of the file
 * @param algorithm of the checksum; empty means whichever of those that are known fits
 * @param success the column that is true where a migration ran to its end
 * @param file what the name column holds of a file's name; empty means the name without {@code .sql}
 */
public record DescribedTable(
        HistoryTable table,
        String name,
        Optional<String> at,
        Optional<String> checksum,
        Optional<SqlChecksum> algorithm,
        Optional<String> success,
        Optional<FilePattern> file,
        Order order,
        Sending sending) {

    /** In which order the files run. */
    public enum Order {
        /** Numbers in names count as numbers: {@code 9_b} before {@code 10_a}. */
        Version,
        /** As {@code ls} lists them in the C locale. */
        Name
    }

    /** How a file is sent. */
    public enum Sending {
        /** Statement by statement, as {@code psql -f}. */
        Statements,
        /** Statement by statement in one transaction, as {@code psql -1 -f}. */
        Transaction,
        /** As one query of several statements, as drivers do. */
        Whole
    }

    /** A table of which only the names are said. */
    public static DescribedTable of(HistoryTable table, String name) {
        return new DescribedTable(
                table,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Order.Version,
                Sending.Statements);
    }

    /** The same with a column for the time. */
    public DescribedTable at(Optional<String> column) {
        return new DescribedTable(table, name, column, checksum, algorithm, success, file, order, sending);
    }

    /** The same with a column for a checksum. */
    public DescribedTable checksum(Optional<String> column, Optional<SqlChecksum> by) {
        return new DescribedTable(table, name, at, column, by, success, file, order, sending);
    }

    /** The same with a column for the success. */
    public DescribedTable success(Optional<String> column) {
        return new DescribedTable(table, name, at, checksum, algorithm, column, file, order, sending);
    }

    /** The same for files of certain names. */
    public DescribedTable files(Optional<FilePattern> pattern, Order by) {
        return new DescribedTable(table, name, at, checksum, algorithm, success, pattern, by, sending);
    }

    /** The same, sent otherwise. */
    public DescribedTable sent(Sending how) {
        return new DescribedTable(table, name, at, checksum, algorithm, success, file, order, how);
    }
}
