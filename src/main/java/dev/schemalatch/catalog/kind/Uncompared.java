package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;

/** Counts the objects of kinds that no {@link Kind} reads yet, so that they are named and never taken for "in sync". */
public final class Uncompared {

    private static final String SELECT = """
            , uncompared AS (
              SELECT 10 AS place, 'large objects' AS kind, count(*) AS found FROM pg_catalog.pg_largeobject_metadata
              UNION ALL
              SELECT 11, 'security labels', count(*) FROM pg_catalog.pg_seclabel
              UNION ALL
              SELECT 12, 'tables and indexes in table spaces of their own', count(*)
              FROM pg_catalog.pg_class c JOIN namespace n ON n.oid = c.relnamespace WHERE c.reltablespace <> 0
              UNION ALL
              SELECT 13, 'settings and options of foreign data that may be secret', count(*)
              FROM (SELECT unnest(w.fdwoptions) FROM pg_catalog.pg_foreign_data_wrapper w
                    UNION ALL SELECT unnest(s.srvoptions) FROM pg_catalog.pg_foreign_server s
                    UNION ALL SELECT unnest(t.ftoptions) FROM pg_catalog.pg_foreign_table t
                    UNION ALL SELECT unnest(g.setconfig) FROM pg_catalog.pg_db_role_setting g
                    WHERE g.setdatabase = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())
                   ) o (option) WHERE %s
              UNION ALL
              SELECT 14, 'user mappings, in all options but the user', count(*) FROM pg_catalog.pg_user_mappings
              UNION ALL
              SELECT 15, 'connections of subscriptions', count(*) FROM pg_catalog.pg_subscription s
              WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())
            )
            SELECT kind, found FROM uncompared WHERE found > 0 ORDER BY place
            """;

    private Uncompared() {}

    /** One row per kind that the database has objects of. */
    public static Query query() {
        return Scope.query(SELECT.formatted(Secrets.named("split_part(o.option, '=', 1)")));
    }

    /** One line per row, for people. */
    public static List<String> lines(List<Row> rows) {
        return rows.stream()
                .map(row -> "%s: %s in the database; this version does not compare them"
                        .formatted(row.text("kind"), row.text("found")))
                .toList();
    }
}
