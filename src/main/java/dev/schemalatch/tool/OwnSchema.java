package dev.schemalatch.tool;

import java.util.List;

/** The schema that a tool's history stands in, where that is not one that every database has. */
final class OwnSchema {

    private OwnSchema() {}

    /** What makes the schema, if it is not there, and then the table. */
    static List<String> before(HistoryTable table, String ddl) {
        return table.schema().equals("public")
                ? List.of(ddl)
                : List.of(
                        "CREATE SCHEMA IF NOT EXISTS \"%s\""
                                .formatted(table.schema().replace("\"", "\"\"")),
                        ddl);
    }
}
