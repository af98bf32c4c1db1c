package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** Text search parsers. */
final class TextSearchParsers implements Kind {

    private static final List<String> OPTIONS = List.of("start", "gettoken", "end", "headline", "lextypes");

    @Override
    public String name() {
        return "text search parsers";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'text search parser' AS type, n.identity || '.' || pg_catalog.quote_ident(p.prsname) AS identity,
                       n.name AS schema, pg_catalog.age(p.xmin) AS age,
                       p.prsstart::text AS "start", p.prstoken::text AS gettoken, p.prsend::text AS "end",
                       NULLIF(p.prsheadline, 0)::pg_catalog.regproc::text AS headline, p.prslextype::text AS lextypes
                FROM pg_catalog.pg_ts_parser p JOIN namespace n ON n.oid = p.prsnamespace
                WHERE p.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_ts_parser'::pg_catalog.regclass)
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("text search parser");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE TEXT SEARCH PARSER %s (%s)"
                        .formatted(object.key().identity(), Definition.of(object, OPTIONS)))
                .bySuperuser());
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).bySuperuser());
    }
}
