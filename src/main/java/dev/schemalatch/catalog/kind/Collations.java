package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collations. The version of one is what the server's operating system provides. */
final class Collations implements Kind {

    private static final List<String> OPTIONS =
            List.of("provider", "locale", "lc_collate", "lc_ctype", "deterministic", "rules");

    private static final String ASIDE = Sql.name("(before)");

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
                WHERE c.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass)
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

    /** Columns that have it are sorted anew; the values stay. */
    @Override
    public Optional<Alteration> alter(Edit edit) {
        var collation = edit.to().key().identity();
        var columns = edit.before().catalog().objects().values().stream()
                .filter(object -> object.key().type().endsWith(" column"))
                .filter(object -> object.attribute("data_type").isPresent())
                .filter(object -> object.attribute("collation").equals(Optional.of(collation)))
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("ALTER COLLATION %s RENAME TO %s".formatted(collation, ASIDE)));
        statements.addAll(create(edit.to(), edit.after()));
        statements.addAll(Ddl.traits(edit.to(), Optional.empty()));
        columns.forEach(column -> statements.add(moved(column, collation)));
        var schema = edit.to().schema().map(name -> Sql.name(name) + ".").orElse("");
        statements.add(Statement.of("DROP COLLATION " + schema + ASIDE));
        return Optional.of(Alteration.around(statements));
    }

    private static Statement moved(CatalogObject column, String collation) {
        var whole = column.within().orElseThrow();
        var name = column.key().identity().substring(whole.identity().length() + 1);
        var type = column.attribute("data_type").orElseThrow();
        return whole.type().equals("composite type")
                ? Statement.of("ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s COLLATE %s"
                        .formatted(whole.identity(), name, type, collation))
                : Statement.of("ALTER TABLE %s ALTER %s TYPE %s COLLATE %s"
                                .formatted(whole.identity(), name, type, collation))
                        .locking(Lock.AccessExclusive)
                        .being(Safety.Locks);
    }
}
