package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.List;

/** Prisma's table {@code _prisma_migrations}: its DDL, how it is read, what its rows say. */
final class PrismaHistory {

    static final String TABLE = "_prisma_migrations";

    private PrismaHistory() {}

    /**
     * Reads the table also where somebody made it by hand: a column that it lacks is found in {@code absent} instead, as NULL.
     * Prisma reads in the order of {@code started_at}; what follows only makes ties stable.
     */
    static Query query(HistoryTable table) {
        return Query.of("""
                SELECT h.*
                FROM (SELECT NULL::text AS id, NULL::text AS checksum, NULL::text AS logs, NULL::integer AS applied_steps_count,
                             NULL::timestamptz AS started_at, NULL::timestamptz AS finished_at,
                             NULL::timestamptz AS rolled_back_at, NULL::xid AS xmin) AS absent
                CROSS JOIN LATERAL (
                  SELECT id::text AS id,
                         migration_name::text AS name,
                         checksum::text AS checksum,
                         finished_at IS NOT NULL AS finished,
                         rolled_back_at IS NOT NULL AS rolled_back,
                         applied_steps_count AS steps,
                         CASE WHEN isfinite(started_at) THEN extract(epoch FROM started_at) END AS started,
                         CASE WHEN isfinite(finished_at) THEN extract(epoch FROM finished_at) END AS ended,
                         left(logs::text, 20000) AS log,
                         age(xmin) AS age
                  FROM %s
                  WHERE migration_name IS NOT NULL
                ) AS h
                ORDER BY h.started, h.ended, h.id""".formatted(table.quoted()));
    }

    static Applied read(Row row) {
        return Applied.of(row.text("name"), state(row), row);
    }

    // a mark of being rolled back outweighs all else (since 7.9.1)
    private static State state(Row row) {
        if (row.flag("rolled_back")) {
            return State.ROLLED_BACK;
        }
        if (!row.flag("finished")) {
            return State.UNFINISHED;
        }
        return resolvedByHand(row) ? State.RESOLVED : State.FINISHED;
    }

    // what Prisma runs counts one step; what it is told to record counts none, and begins when it ends
    private static boolean resolvedByHand(Row row) {
        return row.number("steps").map(steps -> steps == 0).orElseGet(() -> row.instant("started")
                .equals(row.instant("ended")));
    }

    /** As {@code prisma migrate deploy} creates it ({@code flavour/postgres.rs}). */
    static List<String> create(HistoryTable table) {
        return List.of("""
                CREATE TABLE %s (
                    id VARCHAR(36) PRIMARY KEY NOT NULL,
                    checksum VARCHAR(64) NOT NULL,
                    finished_at TIMESTAMPTZ,
                    migration_name VARCHAR(255) NOT NULL,
                    logs TEXT,
                    rolled_back_at TIMESTAMPTZ,
                    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
                    applied_steps_count INTEGER NOT NULL DEFAULT 0
                )""".formatted(table.quoted()));
    }
}
