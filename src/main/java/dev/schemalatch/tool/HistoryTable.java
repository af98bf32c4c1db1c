package dev.schemalatch.tool;

/** The schema-qualified name of a tool's history table, as PostgreSQL stores it (not quoted). */
public record HistoryTable(String schema, String name) {

    /** As SQL text has it, quoted: {@code "public"."_prisma_migrations"}. */
    public String quoted() {
        return quoted(schema) + "." + quoted(name);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
