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
import java.util.Set;

/** Views, by the query that PostgreSQL spells for them. */
final class Views implements Kind {

    /** All but one are booleans, which can be spelled in many ways; what is false is as if it had not been said. */
    private static final String SPELLING = """
            CASE WHEN o.name = 'check_option' THEN pg_catalog.quote_literal(lower(o.value))
                 WHEN o.value::boolean THEN '''true''' END""";

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(w.xmin) AS age,
                       pg_catalog.pg_get_viewdef(r.oid) AS definition, %s AS options,
                       (SELECT string_agg(concat_ws(' ', pg_catalog.quote_ident(a.attname),
                                                    pg_catalog.format_type(a.atttypid, a.atttypmod),
                                                    NULLIF(a.attcollation, t.typcollation)::pg_catalog.regcollation), ', '
                                          ORDER BY a.attnum)
                        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                        WHERE a.attrelid = r.oid AND a.attnum > 0) AS hint_columns
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid AND w.rulename = '_RETURN'
                WHERE r.relkind = 'v'
                """.formatted(Options.select("c.reloptions", SPELLING)));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("view");
    }

    @Override
    public String called(CatalogObject object) {
        return "VIEW " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE " + body(object)));
    }

    private String body(CatalogObject object) {
        return called(object) + Options.with(object.attribute("options")) + " AS\n" + query(object);
    }

    /** The query of a view, without its semicolon. */
    static String query(CatalogObject object) {
        var definition = object.attribute("definition").orElse("").stripTrailing();
        return definition.endsWith(";") ? definition.substring(0, definition.length() - 1) : definition;
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).locking(Lock.AccessExclusive));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.attributes().equals(Set.of("options"))) {
            return Optional.of(Alteration.of(Options.changes(edit.from("options"), edit.to("options")).stream()
                    .map(change -> Statement.of("ALTER " + called(edit.to()) + " " + change)
                            .locking(Lock.AccessExclusive))
                    .toList()));
        }
        return Optional.of(edit)
                .filter(Views::keepsColumns)
                .map(same -> Alteration.of(
                        Statement.of("CREATE OR REPLACE " + body(edit.to())).locking(Lock.AccessExclusive)));
    }

    /** A view can be replaced by one that has the same columns, and perhaps more behind them. */
    private static boolean keepsColumns(Edit edit) {
        var is = edit.from().hint("columns");
        var shall = edit.to().hint("columns");
        return is.isPresent()
                && shall.filter(all -> (all + ", ").startsWith(is.get() + ", ")).isPresent();
    }
}
