package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;

/** Flyway's table {@code flyway_schema_history}: its DDL, how it is read. */
final class FlywayHistory {

    static final String TABLE = "flyway_schema_history";

    /** As versions before 5 call it. */
    static final String OLD_TABLE = "schema_version";

    private FlywayHistory() {}

    static boolean keeps(TableShape table) {
        return table.has("installed_rank", "version", "description", "type", "script", "checksum", "success");
    }

    static Query query(HistoryTable table) {
        return Query.of("""
                SELECT version::text AS version,
                       description::text AS description,
                       type::text AS type,
                       script::text AS script,
                       checksum::text AS checksum,
                       success AS success,
                       CASE WHEN isfinite(installed_on)
                            THEN extract(epoch FROM installed_on) - execution_time / 1000.0 END AS started,
                       CASE WHEN isfinite(installed_on) THEN extract(epoch FROM installed_on) END AS ended,
                       age(xmin) AS age
                FROM %s
                ORDER BY installed_rank""".formatted(table.quoted()));
    }

    /** As Flyway creates it ({@code database/postgresql/PostgreSQLDatabase.java}). */
    static List<String> create(HistoryTable table) {
        return List.of(
                "CREATE SCHEMA IF NOT EXISTS " + quoted(table.schema()),
                """
                CREATE TABLE %s (
                    installed_rank INT NOT NULL,
                    version VARCHAR(50),
                    description VARCHAR(200) NOT NULL,
                    type VARCHAR(20) NOT NULL,
                    script VARCHAR(1000) NOT NULL,
                    checksum INTEGER,
                    installed_by VARCHAR(100) NOT NULL,
                    installed_on TIMESTAMP NOT NULL DEFAULT now(),
                    execution_time INTEGER NOT NULL,
                    success BOOLEAN NOT NULL,
                    CONSTRAINT %s PRIMARY KEY (installed_rank)
                )""".formatted(table.quoted(), quoted(table.name() + "_pk")),
                "CREATE INDEX %s ON %s (success)".formatted(quoted(table.name() + "_s_idx"), table.quoted()));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A row that is a migration's, or says something of one. */
    static FlywayRow row(Row row) {
        return new FlywayRow(
                row.optional("version").flatMap(FlywayVersion::of),
                row.optional("version").isEmpty(),
                row.text("description"),
                row.text("type"),
                row.text("script"),
                row.flag("success"),
                row);
    }
}
