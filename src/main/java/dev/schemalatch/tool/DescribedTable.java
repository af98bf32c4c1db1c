package dev.schemalatch.tool;

import java.util.Optional;

/**
 * A history table that its user describes, since a program of their own writes it.
 *
 * @param name the column with what the files are called
 * @param at the column that says when a migration was applied
 * @param checksum the column with a checksum of the file
 * @param algorithm of the checksum: {@code md5}, {@code sha1}, {@code sha256}, {@code sha384}, {@code sha512} or {@code crc32}
 * @param success the column that is true where a migration ran to its end
 * @param file a regular expression over the file's name, whose first group is what the name column holds
 * @param transaction whether each file runs inside a transaction
 */
public record DescribedTable(
        HistoryTable table,
        String name,
        Optional<String> at,
        Optional<String> checksum,
        Optional<String> algorithm,
        Optional<String> success,
        Optional<String> file,
        boolean transaction) {}
