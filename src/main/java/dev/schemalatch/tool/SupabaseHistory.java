package dev.schemalatch.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows of {@code supabase_migrations.schema_migrations}, which keep the statements that were run. */
final class SupabaseHistory {

    /** Of one migration, in bytes; what is larger is not read. */
    private static final int LARGEST = 1_000_000;

    private final MigrationFiles files;
    private final List<Row> rows;

    SupabaseHistory(MigrationFiles files, List<Row> rows) {
        this.files = files;
        this.rows = rows;
    }

    /** Also of old versions, which made no columns for names or statements. */
    static Query query(HistoryTable table) {
        return Query.of("""
            SELECT t.version AS id, r.row ->> 'name' AS name, age(t.xmin) AS age,
                   CASE WHEN octet_length(r.row ->> 'statements') <= %d THEN r.row ->> 'statements' END AS statements
            FROM %s AS t, LATERAL (SELECT to_json(t) AS row) AS r
            ORDER BY t.version COLLATE "C\"\
            """.formatted(LARGEST, table.quoted()));
    }

    Reading read() {
        var applied = rows.stream().map(this::applied).toList();
        var notes = new ArrayList<String>();
        var silent = rows.stream().filter(row -> statements(row).isEmpty()).count();
        if (silent > 0) {
            notes.add(silent + " of " + rows.size()
                    + " migrations are recorded without their statements, or with very long ones:"
                    + " whether their files were edited since cannot be told.");
        }
        outOfOrder(applied).ifPresent(notes::add);
        return new Reading(files.migrations(), applied, notes);
    }

    private Applied applied(Row row) {
        var migration = files.withId(row.text("id"));
        return new Applied(
                migration.map(Migration::name).orElseGet(() -> name(row)),
                statements(row).map(SupabaseStatements::hash),
                State.FINISHED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.number("age").map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    private static String name(Row row) {
        return row.text("id")
                + row.optional("name")
                        .filter(name -> !name.isEmpty())
                        .map(name -> "_" + name)
                        .orElse("");
    }

    private static Optional<List<String>> statements(Row row) {
        return row.optional("statements").map(SupabaseHistory::list);
    }

    private static List<String> list(String json) {
        try {
            return List.of(new JsonMapper().readValue(json, String[].class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("PostgreSQL writes JSON", broken);
        }
    }

    // supabase db push and migration up stop at such a file
    private Optional<String> outOfOrder(List<Applied> applied) {
        var last = rows.isEmpty() ? "" : rows.get(rows.size() - 1).text("id");
        var done = applied.stream().map(Applied::name).toList();
        var late = files.migrations().stream()
                .filter(migration ->
                        !done.contains(migration.name()) && migration.id().compareTo(last) < 0)
                .map(Migration::name)
                .toList();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", late)
                        + ": older than the last one applied, so that supabase db push asks for" + " --include-all.");
    }
}
