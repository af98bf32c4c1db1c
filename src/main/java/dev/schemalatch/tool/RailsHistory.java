package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.List;

/** Rails' table {@code schema_migrations}: the versions that are applied, as text (ActiveRecord::SchemaMigration). */
final class RailsHistory {

    static final String TABLE = "schema_migrations";
    static final String METADATA = "ar_internal_metadata";

    private RailsHistory() {}

    static Query query(HistoryTable table) {
        return Query.of("SELECT version::text AS version, age(xmin) AS age FROM %s ORDER BY length(version), version"
                .formatted(table.quoted()));
    }

    /** Versions are compared as numbers ({@code normalize_migration_number}). */
    static Reading read(MigrationFiles files, List<Row> rows) {
        return Reading.byId(
                files,
                rows.stream()
                        .map(row -> {
                            var number = number(row.text("version"));
                            var name = files.withId(number).isPresent() ? number : row.text("version");
                            return Applied.of(name, State.FINISHED, row);
                        })
                        .toList());
    }

    /** Without zeros in front. */
    static String number(String version) {
        return version.replaceFirst("^0+(?=[0-9])", "");
    }

    /** As ActiveRecord 6 and newer create them. */
    static List<String> create(HistoryTable table) {
        return List.of(
                table.createSchema(),
                "CREATE TABLE %s (version character varying NOT NULL PRIMARY KEY)".formatted(table.quoted()),
                """
                CREATE TABLE %s (
                    key character varying NOT NULL PRIMARY KEY,
                    value character varying,
                    created_at timestamp(6) without time zone NOT NULL,
                    updated_at timestamp(6) without time zone NOT NULL
                )""".formatted(new HistoryTable(table.schema(), METADATA).quoted()));
    }
}
