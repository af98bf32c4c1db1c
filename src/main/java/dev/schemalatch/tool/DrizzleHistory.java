package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;

/** Drizzle's table {@code __drizzle_migrations}, which has names since 1.0 ({@code up-migrations/pg.ts}). */
final class DrizzleHistory {

    static final String SCHEMA = "drizzle";
    static final String TABLE = "__drizzle_migrations";

    private DrizzleHistory() {}

    /** A column that an older table lacks is found in {@code absent} instead, as NULL. */
    static Query query(HistoryTable table) {
        return Query.of("""
            SELECT h.*
            FROM (SELECT NULL::text AS name, NULL::timestamptz AS applied_at) AS absent
            CROSS JOIN LATERAL (
              SELECT id,
                     coalesce(hash::text, '') AS checksum,
                     created_at::bigint AS created,
                     name::text AS name,
                     CASE WHEN isfinite(applied_at) THEN extract(epoch FROM applied_at) END AS ended,
                     age(xmin) AS age
              FROM %s
            ) AS h
            ORDER BY h.id\
            """.formatted(table.quoted()));
    }

    /** {@code dialect.ts} up to 0.x and {@code session.ts} since 1.0; what has no names yet gets them when 1.0 first runs. */
    static List<String> create(HistoryTable table) {
        return table.created("CREATE TABLE %s (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint, name text,"
                        .formatted(table.quoted())
                + " applied_at timestamp with time zone DEFAULT now())");
    }

    /** A row. */
    static Applied read(Row row) {
        return Applied.of(
                row.optional("name").or(() -> row.optional("created")).orElseGet(() -> row.text("checksum")),
                Applied.State.FINISHED,
                row);
    }
}
