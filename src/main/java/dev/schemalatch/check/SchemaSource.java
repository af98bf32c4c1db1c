package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;

/** What else than replayed migrations says which schema is expected. */
public sealed interface SchemaSource {

    /** A file of SQL among the migrations' files. */
    record InFiles(String path) implements SchemaSource {}

    /**
     * A file of SQL from elsewhere.
     *
     * @param name for messages
     */
    record Text(String name, String sql) implements SchemaSource {}

    /** A database that has the schema. */
    record Database(ConnectionSettings settings) implements SchemaSource {}
}
