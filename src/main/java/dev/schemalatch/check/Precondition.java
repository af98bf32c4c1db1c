package dev.schemalatch.check;

/**
 * A query that must return no row before a rollout.
 *
 * @param name what texts call it
 * @param sql one command that reads
 */
public record Precondition(String name, String sql) {}
