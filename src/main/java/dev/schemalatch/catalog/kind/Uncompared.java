package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;

/** Counts the objects of kinds that no {@link Kind} reads yet, so that they are named and never taken for "in sync". */
public final class Uncompared {

    private static final String SELECT = """
            , uncompared AS (
              SELECT 5 AS place, 'foreign tables' AS kind, count(*) AS found
              FROM pg_catalog.pg_class c JOIN namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f'
            )
            SELECT kind, found FROM uncompared WHERE found > 0 ORDER BY place
            """;

    private Uncompared() {}

    /** One row per kind that the database has objects of. */
    public static Query query() {
        return Scope.query(SELECT);
    }

    /** One line per row, for people. */
    public static List<String> lines(List<Row> rows) {
        return rows.stream()
                .map(row -> "%s: %s in the database; this version does not compare them"
                        .formatted(row.text("kind"), row.text("found")))
                .toList();
    }
}
