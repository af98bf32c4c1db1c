package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;

/** Collations. The version of one is what the server's operating system provides. */
final class Collations implements Kind {

    private static final List<String> OPTIONS =
            List.of("provider", "locale", "lc_collate", "lc_ctype", "deterministic", "rules");

    @Override
    public String name() {
        return "collations";
    }

    @Override
    public Query query(ServerVersion version) {
        var locale = version.atLeast(17)
                ? "c.colllocale"
                : version.atLeast(15) ? "c.colliculocale" : "CASE WHEN c.collprovider = 'i' THEN c.collcollate END";
        var rules = version.atLeast(16) ? "c.collicurules" : "NULL";
        return Scope.query("""
                SELECT 'collation' AS type, n.identity || '.' || pg_catalog.quote_ident(c.collname) AS identity, n.name AS schema,
                       pg_catalog.age(c.xmin) AS age,
                       CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default' ELSE 'libc'
                       END AS provider,
                       pg_catalog.quote_literal(LOCALE) AS locale,
                       CASE WHEN c.collprovider = 'c' THEN pg_catalog.quote_literal(c.collcollate) END AS lc_collate,
                       CASE WHEN c.collprovider = 'c' THEN pg_catalog.quote_literal(c.collctype) END AS lc_ctype,
                       CASE WHEN NOT c.collisdeterministic THEN 'false' END AS deterministic,
                       pg_catalog.quote_literal(RULES) AS rules
                FROM pg_catalog.pg_collation c JOIN namespace n ON n.oid = c.collnamespace
                WHERE NOT EXISTS (SELECT FROM member e
                                  WHERE e.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass AND e.objid = c.oid)
                """.replace("LOCALE", locale).replace("RULES", rules));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("collation");
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of(
                "CREATE COLLATION %s (%s)".formatted(object.key().identity(), Definition.of(object, OPTIONS))));
    }
}
