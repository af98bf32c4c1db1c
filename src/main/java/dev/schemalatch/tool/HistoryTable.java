package dev.schemalatch.tool;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The schema-qualified name of a tool's history table, as PostgreSQL stores it (not quoted). */
public record HistoryTable(String schema, String name) {

    /** Tables of that name where a tool finds them that names no schema: the connection's, else {@code public}. */
    static List<HistoryTable> in(Optional<String> connectionSchema, String name) {
        return Stream.concat(connectionSchema.stream(), Stream.of("public"))
                .distinct()
                .map(schema -> new HistoryTable(schema, name))
                .toList();
    }

    /** As SQL text has it, quoted: {@code "public"."_prisma_migrations"}. */
    public String quoted() {
        return quotedSchema() + "." + quoted(name);
    }

    /** What creates it, after its schema: tools make that, or want it there. */
    List<String> created(String... statements) {
        return Stream.concat(
                        Stream.of("CREATE SCHEMA IF NOT EXISTS " + quotedSchema())
                                .filter(own -> !schema.equals("public")),
                        Stream.of(statements))
                .toList();
    }

    /** Its schema alone, quoted. */
    String quotedSchema() {
        return quoted(schema);
    }

    /** The statement that makes the table's schema where it is not there yet. */
    String createSchema() {
        return "CREATE SCHEMA IF NOT EXISTS " + quoted(schema);
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
