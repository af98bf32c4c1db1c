package dev.schemalatch.ddl;

/**
 * A condition that rows must meet for a statement to succeed.
 *
 * @param obstacle what would be in the way, in the plural: {@code duplicates of (email) in public.users}
 * @param query a read-only query that counts them: one row, one number; no row's values
 */
public record Probe(String obstacle, String query) {}
