package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Tables that a publication names, with the columns and rows of them that it publishes. */
final class PublishedTables implements Kind {

    private static final String TYPE = "publication relation";

    /** Before 15 a table is published whole. */
    private static final String WHOLE = "NULL AS columns, NULL AS row_filter";

    private static final String SELECTED = """
            (SELECT string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attname)
             FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.prrelid AND a.attnum = ANY (t.prattrs)) AS columns,
            pg_catalog.pg_get_expr(t.prqual, t.prrelid) AS row_filter""";

    @Override
    public String name() {
        return "published tables";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'publication relation' AS type, r.identity || ' in publication ' || pg_catalog.quote_ident(p.pubname) AS identity,
                       r.schema, 'publication' AS within_type, pg_catalog.quote_ident(p.pubname) AS within_identity,
                       pg_catalog.age(t.xmin) AS age, %s
                FROM pg_catalog.pg_publication_rel t JOIN pg_catalog.pg_publication p ON p.oid = t.prpubid
                JOIN relation r ON r.oid = t.prrelid
                WHERE p.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass)
                """.formatted(version.atLeast(15) ? SELECTED : WHOLE));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    /** Of its descendants each is named by itself. */
    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var columns = object.attribute("columns").map(list -> " (" + list + ")").orElse("");
        var rows = object.attribute("row_filter")
                .map(filter -> " WHERE (" + filter + ")")
                .orElse("");
        return List.of(alterPublication(object, "ADD", columns + rows));
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(alterPublication(object, "DROP", ""));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return Optional.of(Alteration.of(
                alterPublication(edit.from(), "DROP", ""),
                create(edit.to(), edit.after()).getFirst()));
    }

    private static Statement alterPublication(CatalogObject object, String verb, String what) {
        var publication = object.within().orElseThrow().identity();
        var identity = object.key().identity();
        var table = identity.substring(0, identity.length() - (" in publication " + publication).length());
        return Statement.of("ALTER PUBLICATION %s %s TABLE ONLY %s%s".formatted(publication, verb, table, what))
                .locking(Lock.ShareUpdateExclusive);
    }
}
