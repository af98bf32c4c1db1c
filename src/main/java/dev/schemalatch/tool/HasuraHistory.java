package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What Hasura's command line records: up to version 1.3 in the table {@code schema_migrations} ({@code migration_state_sql.go} in
 * {@code cli/migrate/database/hasuradb}), since then in {@code hdb_version.cli_state}, by the name of the database that the server
 * knows ({@code migration_state_catalog_state.go}). The table may stay behind when the state is copied, and counts until it is.
 */
record HasuraHistory(List<Row> rows) {

    static final String STATE = "hdb_version";
    static final String TABLE = "schema_migrations";

    static Query query(HistoryTable table) {
        return table.name().equals(STATE) ? state(table) : table(table);
    }

    private static Query table(HistoryTable table) {
        return Query.of("SELECT version::text AS version, dirty, age(xmin) AS age FROM %s ORDER BY version"
                .formatted(table.quoted()));
    }

    // a table that may not be there can only be asked by a query that is text
    private static Query state(HistoryTable table) {
        var old = new HistoryTable(table.schema(), TABLE);
        return Query.of("""
                WITH state AS (
                  SELECT cli_state, age(xmin) AS age FROM %1$s LIMIT 1
                ), recorded AS (
                  SELECT source.key AS source, one.key AS version, one.value = 'true' AS dirty, state.age
                  FROM state,
                       LATERAL jsonb_each(CASE jsonb_typeof(cli_state->'migrations')
                         WHEN 'object' THEN cli_state->'migrations' ELSE '{}' END) AS source,
                       LATERAL jsonb_each(CASE jsonb_typeof(source.value) WHEN 'object' THEN source.value ELSE '{}' END) AS one
                ), left_behind AS (
                  SELECT found[1] AS version, found[2] = 'true' AS dirty
                  FROM state,
                       LATERAL regexp_matches(
                         CASE WHEN cli_state->'isStateCopyCompleted' = 'true' THEN ''
                              WHEN to_regclass(%2$s) IS NULL THEN ''
                              WHEN NOT has_table_privilege(to_regclass(%2$s)::oid, 'SELECT') THEN ''
                              ELSE query_to_xml(%3$s, false, false, '')::text END,
                         '<version>([0-9]+)</version>\\s*<dirty>(true|false)</dirty>', 'g') AS found
                )
                SELECT source, version, dirty, age FROM recorded
                UNION ALL
                SELECT NULL, version, dirty, NULL FROM left_behind
                WHERE version NOT IN (SELECT version FROM recorded)
                ORDER BY version""".formatted(
                        table.quoted(),
                        SqlText.literal(old.quoted()),
                        SqlText.literal("SELECT version, dirty FROM " + old.quoted())));
    }

    static List<String> create(HistoryTable table) {
        return OwnSchema.before(
                table,
                table.name().equals(STATE)
                        ? """
                        CREATE TABLE %s (
                            hasura_uuid uuid PRIMARY KEY,
                            version text NOT NULL,
                            upgraded_on timestamptz NOT NULL,
                            cli_state jsonb NOT NULL DEFAULT '{}',
                            console_state jsonb NOT NULL DEFAULT '{}'
                        )""".formatted(table.quoted())
                        : "CREATE TABLE %s (version bigint not null primary key, dirty boolean not null)"
                                .formatted(table.quoted()));
    }

    Reading read(MigrationFiles files) {
        var sources = new TreeSet<String>();
        rows.forEach(row -> row.optional("source").ifPresent(sources::add));
        var source = sources.size() == 1 ? sources.first() : "default";
        List<String> notes = new ArrayList<>();
        if (sources.size() > 1) {
            notes.add("history: Hasura records %s; the files are taken for those of %s"
                    .formatted(String.join(", ", sources), source));
        }
        var applied = rows.stream()
                .filter(row -> row.optional("source").map(source::equals).orElse(true))
                .map(row -> Applied.of(row.text("version"), row.flag("dirty") ? State.UNFINISHED : State.FINISHED, row))
                .toList();
        return Reading.byId(files, applied).noting(notes);
    }
}
