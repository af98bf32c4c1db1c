package dev.schemalatch.drift;

import java.util.OptionalLong;

/**
 * One row of a migration tool's history, as evidence of when what was done.
 *
 * @param missing whether the files lack this migration
 * @param age how many transactions ago the row was last written, which is when the migration was done: {@code age(xmin)}, read
 *     in the same transaction as the actual catalog
 */
public record Recorded(String migration, boolean missing, OptionalLong age) {}
