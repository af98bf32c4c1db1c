package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import java.util.List;

/** Atlas's table of revisions ({@code cmd/atlas/internal/migrate/ent}). */
final class AtlasHistory {

    private AtlasHistory() {}

    /** In the order of versions, but for the row by which Atlas knows the database itself ({@code .atlas_cloud_identifier}). */
    static Query query(HistoryTable table) {
        return Query.of("""
                SELECT version,
                       description,
                       type,
                       applied,
                       total,
                       CASE WHEN isfinite(executed_at) THEN extract(epoch FROM executed_at) END AS started,
                       CASE WHEN isfinite(executed_at) THEN extract(epoch FROM executed_at) + execution_time / 1e9 END AS ended,
                       left(nullif(error, ''), 20000) AS log,
                       nullif(regexp_replace(hash, '^h1:', ''), '') AS checksum,
                       age(xmin) AS age
                FROM %s
                WHERE version <> '.atlas_cloud_identifier'
                ORDER BY version COLLATE "C\"""".formatted(table.quoted()));
    }

    static List<String> create(HistoryTable table) {
        return OwnSchema.before(table, """
                CREATE TABLE %s (
                    version character varying NOT NULL PRIMARY KEY,
                    description character varying NOT NULL,
                    type bigint NOT NULL DEFAULT 2,
                    applied bigint NOT NULL DEFAULT 0,
                    total bigint NOT NULL DEFAULT 0,
                    executed_at timestamptz NOT NULL,
                    execution_time bigint NOT NULL,
                    error text,
                    error_stmt text,
                    hash character varying NOT NULL,
                    partial_hashes jsonb,
                    operator_version character varying NOT NULL
                )""".formatted(table.quoted()));
    }
}
