package dev.schemalatch.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code db/structure.sql}: what pg_dump makes of the schema, and after it the versions that are in it
 * (ActiveRecord::Tasks::PostgreSQLDatabaseTasks, dump_schema_information).
 */
record RailsStructure(String path, String text) {

    private static final Pattern VERSIONS = Pattern.compile("INSERT INTO [^\\s(]+ \\(version\\) VALUES");
    private static final Pattern VERSION = Pattern.compile("\\('([0-9]+)'\\)");

    /** The versions in it, as numbers. */
    Set<String> versions() {
        var found = new TreeSet<String>();
        var insert = VERSIONS.matcher(text);
        if (insert.find()) {
            VERSION.matcher(text.substring(insert.end()))
                    .results()
                    .forEach(version -> found.add(RailsHistory.number(version.group(1))));
        }
        return found;
    }

    /** Whether it has at least what these versions make. */
    boolean holds(Set<String> shipped) {
        return versions().containsAll(shipped);
    }

    /** What is to be said where it is not what these versions make. */
    Optional<String> note(Set<String> shipped) {
        var lacking = new TreeSet<>(shipped);
        lacking.removeAll(versions());
        var more = new TreeSet<>(versions());
        more.removeAll(shipped);
        if (!lacking.isEmpty()) {
            return Optional.of(
                    "%s is older than the migrations and not used: it lacks %s".formatted(path, some(lacking)));
        }
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of("%s also holds versions that have no file: %s".formatted(path, some(more)));
    }

    SchemaFile file() {
        return new SchemaFile(path, Script.asItIs(PgDump.forTheServer(text)));
    }

    private static String some(Set<String> versions) {
        var first = List.copyOf(versions).subList(0, Math.min(5, versions.size()));
        return String.join(", ", first) + (versions.size() > first.size() ? " and others" : "");
    }
}
