package dev.schemalatch.tool;

/** The schema-qualified name of a tool's history table, as PostgreSQL stores it (not quoted). */
public record HistoryTable(String schema, String name) {

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
