package dev.schemalatch.tool;

import java.util.Optional;

/**
 * A migration as the files have it.
 *
 * @param name as the tool's history names it
 * @param path of its file in the bundle, for messages
 * @param sql the content as the tool would send it; empty where the tool counts the migration but its file is missing
 */
public record Migration(String name, String path, Optional<String> sql) {}
