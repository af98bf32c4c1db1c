package dev.schemalatch.tool;

/**
 * A file that makes the schema which all migrations of a project make together.
 *
 * @param path in the bundle, for messages
 */
public record SchemaFile(String path, Script script) {}
