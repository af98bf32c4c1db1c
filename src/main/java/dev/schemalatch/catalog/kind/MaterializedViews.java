package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Nesting;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Materialized views, by their query. Whether they hold rows yet is data. What is set on their columns is spelled as ALTER
 * MATERIALIZED VIEW does.
 */
final class MaterializedViews implements Kind {

    @Override
    public String name() {
        return "materialized views";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(w.xmin) AS age,
                       pg_catalog.pg_get_viewdef(r.oid) AS definition, pg_catalog.quote_ident(m.amname) AS access_method,
                       %s AS options, s.columns
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid AND w.rulename = '_RETURN'
                LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
                LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
                LEFT JOIN LATERAL (
                  SELECT string_agg('ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' ' || x.change, ', '
                                    ORDER BY a.attname, x.change) AS columns
                  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid,
                  LATERAL (
                    SELECT 'SET STATISTICS ' || a.attstattarget WHERE a.attstattarget >= 0
                    UNION ALL
                    SELECT 'SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                                                               WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
                    WHERE a.attstorage <> y.typstorage
                    UNION ALL
                    SELECT 'SET COMPRESSION ' || CASE a.attcompression WHEN 'p' THEN 'pglz' ELSE 'lz4' END
                    WHERE a.attcompression <> ''
                    UNION ALL
                    SELECT 'SET (' || %s || ')' WHERE a.attoptions IS NOT NULL) x (change)
                  WHERE a.attrelid = r.oid AND a.attnum > 0) s ON true
                WHERE r.relkind = 'm'
                """.formatted(
                        Options.select("c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(t.reloptions) o)"),
                        Options.select("a.attoptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("materialized view");
    }

    @Override
    public String called(CatalogObject object) {
        return "MATERIALIZED VIEW " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var method = object.attribute("access_method").map(" USING "::concat).orElse("");
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE " + called(object) + method + Options.with(object.attribute("options"))
                        + " AS\n" + Views.query(object))
                .being(Safety.Rewrites));
        object.attribute("columns").ifPresent(columns -> statements.add(altering(object, columns)));
        return statements;
    }

    private Statement altering(CatalogObject object, String change) {
        return Statement.of("ALTER " + called(object) + " " + change).locking(Lock.AccessExclusive);
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).locking(Lock.AccessExclusive));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var is = columns(edit.from("columns"));
        var shall = columns(edit.to("columns"));
        if (!Set.of("options", "columns").containsAll(edit.attributes()) || !shall.containsAll(is)) {
            return Optional.empty();
        }
        var changes = new ArrayList<>(Options.changes(edit.from("options"), edit.to("options")));
        shall.stream().filter(change -> !is.contains(change)).forEach(changes::add);
        return Optional.of(Alteration.of(altering(edit.to(), String.join(", ", changes))));
    }

    private static List<String> columns(Optional<String> columns) {
        return columns.map(Nesting::split).stream().flatMap(List::stream).toList();
    }
}
