package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tables, partitioned tables and partitions. A partition is part of the table that it is a partition of; a table that only
 * inherits stands for itself.
 */
final class Tables implements Kind {

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(c.xmin) AS age,
                       CASE WHEN c.relispartition THEN 'table' END AS within_type,
                       CASE WHEN c.relispartition THEN p.parents END AS within_identity,
                       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END AS persistence,
                       m.amname AS access_method,
                       pg_catalog.pg_get_partkeydef(c.oid) AS partition_key,
                       CASE WHEN c.relispartition THEN p.parents END AS partition_of,
                       pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
                       CASE WHEN NOT c.relispartition THEN p.parents END AS inherits,
                       NULLIF(c.reloftype, 0)::pg_catalog.regtype AS of_type,
                       %s AS options,
                       CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing'
                                           WHEN 'i' THEN 'index ' || pg_catalog.quote_ident(x.relname) END AS replica_identity,
                       CASE WHEN c.relrowsecurity THEN 'enabled' END AS row_security,
                       CASE WHEN c.relforcerowsecurity THEN 'forced' END AS row_security_for_owner
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
                LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
                LEFT JOIN (SELECT i.inhrelid, string_agg(i.inhparent::pg_catalog.regclass::text, ', ' ORDER BY i.inhseqno) AS parents
                           FROM pg_catalog.pg_inherits i GROUP BY i.inhrelid) p ON p.inhrelid = c.oid
                LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisreplident
                LEFT JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                WHERE r.relkind IN ('r', 'p')
                """.formatted(StorageParameters.spelling("c.reloptions", "t.reloptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("table");
    }

    @Override
    public String called(CatalogObject object) {
        return "TABLE " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return new TableCreation(object, surroundings).statements();
    }

    @Override
    public boolean brings(CatalogObject part) {
        return part.key().type().equals("table column");
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object))
                .locking(Lock.AccessExclusive)
                .being(Safety.LosesData));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return edit.changes("partition_key") ? Optional.empty() : Optional.of(Alteration.of(statements(edit)));
    }

    private List<Statement> statements(Edit edit) {
        var alter = alter(edit.to());
        var parentage = new Parentage(edit);
        var statements = new ArrayList<>(parentage.leave());
        if (edit.changes("persistence")) {
            var logged = edit.to("persistence").equals(Optional.of("unlogged")) ? " SET UNLOGGED" : " SET LOGGED";
            statements.add(rewriting(alter + logged));
        }
        if (edit.changes("access_method")) {
            statements.add(rewriting(
                    alter + " SET ACCESS METHOD " + edit.to("access_method").orElse("DEFAULT")));
        }
        if (edit.changes("options")) {
            statements.addAll(
                    StorageParameters.of(edit.from("options")).become(StorageParameters.of(edit.to("options")), alter));
        }
        statements.addAll(parentage.join());
        statements.addAll(states(edit));
        return statements;
    }

    private static Statement rewriting(String sql) {
        return Statement.of(sql).locking(Lock.AccessExclusive).being(Safety.Rewrites);
    }

    private static List<Statement> states(Edit edit) {
        var alter = alter(edit.to());
        var statements = new ArrayList<Statement>();
        if (edit.changes("row_security")) {
            statements.add(brief(
                    alter + (edit.to("row_security").isPresent() ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY"));
        }
        if (edit.changes("row_security_for_owner")) {
            var forced = edit.to("row_security_for_owner").isPresent() ? " FORCE" : " NO FORCE";
            statements.add(brief(alter + forced + " ROW LEVEL SECURITY"));
        }
        if (edit.changes("replica_identity")) {
            statements.add(replicaIdentity(edit.to()));
        }
        return statements;
    }

    /** What can only be set when the table's indexes are there. */
    @Override
    public List<Statement> finish(CatalogObject object) {
        return indexIdentity(object) ? List.of(replicaIdentity(object)) : List.of();
    }

    static boolean indexIdentity(CatalogObject table) {
        return table.attribute("replica_identity")
                .filter(is -> is.startsWith("index "))
                .isPresent();
    }

    static Statement replicaIdentity(CatalogObject table) {
        var identity = table.attribute("replica_identity").orElse("default");
        var spelled = indexIdentity(table)
                ? "USING INDEX " + identity.substring("index ".length())
                : identity.toUpperCase(Locale.ROOT);
        return brief(alter(table) + " REPLICA IDENTITY " + spelled);
    }

    static Statement brief(String sql) {
        return Statement.of(sql).locking(Lock.AccessExclusive);
    }

    static String alter(CatalogObject table) {
        return "ALTER TABLE " + table.key().identity();
    }
}
