package dev.schemalatch.shadow;

import dev.schemalatch.embedded.StandIns;
import dev.schemalatch.postgres.Console;
import dev.schemalatch.postgres.Outcome;
import dev.schemalatch.postgres.Session;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The extensions that a server only has a {@link StandIns stand-in} for, and what that means for one replay: a statement that
 * fails after a migration has spoken of one may be the stand-in's fault, not the migration's.
 */
final class StandInExtensions {

    /** Refusals, by SQLSTATE, that no extension has a part in: syntax, and tables, columns and schemas that are not there or are already. */
    private static final Set<String> BY_THE_STATEMENT_ALONE =
            Set.of("42601", "42P01", "42P07", "42703", "42701", "3F000", "42P06");

    private final List<String> names;
    private final List<String> spokenOf = new ArrayList<>();

    private StandInExtensions(List<String> names) {
        this.names = List.copyOf(names);
    }

    static StandInExtensions none() {
        return new StandInExtensions(List.of());
    }

    /** Those that can be created on a server. */
    static StandInExtensions offered(Console server) {
        return new StandInExtensions(names(
                server.rows(Query.of("SELECT name FROM pg_catalog.pg_available_extension_versions WHERE version = '"
                        + StandIns.VERSION + "' ORDER BY name COLLATE \"C\""))));
    }

    /** Those that a database has. */
    static List<String> installed(Session database) {
        return names(database.rows(Query.of("SELECT extname AS name FROM pg_catalog.pg_extension WHERE extversion = '"
                + StandIns.VERSION + "' ORDER BY extname COLLATE \"C\"")));
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(row -> row.text("name")).toList();
    }

    boolean any() {
        return !names.isEmpty();
    }

    /** A migration's text, ready to be sent, byte-exact but for storage parameters that a stand-in cannot take. */
    String prepare(String sql) {
        names.stream()
                .filter(name -> Pattern.compile("(?i)\\bextension\\b[^;]*\\b" + name + "\\b")
                        .matcher(sql)
                        .find())
                .forEach(spokenOf::add);
        return names.contains("vector") ? VectorIndexes.pack(sql) : sql;
    }

    boolean mayBeToBlame(Outcome.Refused refused) {
        return !spokenOf.isEmpty()
                && !BY_THE_STATEMENT_ALONE.contains(refused.sqlState())
                && !refused.message().startsWith("role \"");
    }
}
