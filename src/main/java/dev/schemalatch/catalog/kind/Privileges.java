package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what with an object or a column, by whomever it was granted, as far as that differs from what PostgreSQL gives by
 * itself: {@code PUBLIC: nothing; alice: INSERT, SELECT*; owner: SELECT}. A star is the right to grant it on; the owner goes by
 * that word.
 */
final class Privileges implements Trait {

    static final String ATTRIBUTE = "privileges";

    private static final String COLUMNS = """
            UNION ALL
            SELECT r.type || ' column', r.identity || '.' || pg_catalog.quote_ident(a.attname), r.schema, r.type, r.identity,
                   %s
            FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
            WHERE a.attacl IS NOT NULL AND a.attnum > 0 AND NOT a.attisdropped
            """;

    @Override
    public String name() {
        return "privileges";
    }

    @Override
    public String attribute() {
        return ATTRIBUTE;
    }

    /** The schema public begins with more than other schemas do. */
    @Override
    public Query query(ServerVersion version) {
        var stock = """
                CASE WHEN w.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND w.identity = 'public'
                     THEN pg_catalog.acldefault('n', w.owner) || pg_catalog.makeaclitem(0, w.owner, 'USAGE', false)%s
                     ELSE pg_catalog.acldefault(w.letter::"char", w.owner) END""".formatted(version.atLeast(15) ? "" : " || pg_catalog.makeaclitem(0, w.owner, 'CREATE', false)");
        return Scope.query(Owned.with("x.acl IS NOT NULL")
                + """
                SELECT w.type, w.identity, w.schema, NULL AS within_type, NULL AS within_identity, %s AS privileges
                FROM owned w
                """.formatted(Grants.spelling("w.acl", stock, "w.owner"))
                + COLUMNS.formatted(Grants.spelling("a.attacl", "NULL::aclitem[]", "c.relowner")));
    }

    @Override
    public List<Statement> change(String called, CatalogObject object, Optional<String> from, Optional<String> to) {
        return Grants.on(object).change(from, to);
    }
}
