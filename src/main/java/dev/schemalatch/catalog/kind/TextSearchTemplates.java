package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** Text search templates. */
final class TextSearchTemplates implements Kind {

    private static final List<String> OPTIONS = List.of("init", "lexize");

    @Override
    public String name() {
        return "text search templates";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'text search template' AS type, n.identity || '.' || pg_catalog.quote_ident(t.tmplname) AS identity,
                       n.name AS schema, pg_catalog.age(t.xmin) AS age,
                       NULLIF(t.tmplinit, 0)::pg_catalog.regproc::text AS init, t.tmpllexize::text AS lexize
                FROM pg_catalog.pg_ts_template t JOIN namespace n ON n.oid = t.tmplnamespace
                WHERE t.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("text search template");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE TEXT SEARCH TEMPLATE %s (%s)"
                        .formatted(object.key().identity(), Definition.of(object, OPTIONS)))
                .bySuperuser());
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).bySuperuser());
    }
}
