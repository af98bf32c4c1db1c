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

/** Policies of row-level security. Whether a table heeds them is a fact of the table. */
final class Policies implements Kind {

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'policy' AS type, pg_catalog.quote_ident(p.polname) || ' on ' || r.identity AS identity, r.schema,
                       r.type AS within_type, r.identity AS within_identity, pg_catalog.age(p.xmin) AS age,
                       CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
                                     WHEN 'd' THEN 'delete' ELSE 'all' END AS command,
                       CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END AS "as",
                       array_to_string(ARRAY(SELECT CASE o WHEN 0 THEN 'public'
                                                           ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(o)) END
                                             FROM unnest(p.polroles) o ORDER BY 1), ', ') AS roles,
                       pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS "using",
                       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS with_check
                FROM pg_catalog.pg_policy p JOIN relation r ON r.oid = p.polrelid
                """);
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals("policy");
    }

    @Override
    public String called(CatalogObject object) {
        return Attached.called("POLICY", object);
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE " + called(object)
                        + object.attribute("as").map(" AS "::concat).orElse("")
                        + object.attribute("command").map(" FOR "::concat).orElse("")
                        + whomAndWhat(object))
                .locking(Lock.AccessExclusive));
    }

    private static String whomAndWhat(CatalogObject object) {
        return object.attribute("roles").map(" TO "::concat).orElse("")
                + object.attribute("using").map(" USING (%s)"::formatted).orElse("")
                + object.attribute("with_check")
                        .map(" WITH CHECK (%s)"::formatted)
                        .orElse("");
    }

    @Override
    public List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)).locking(Lock.AccessExclusive));
    }

    /** ALTER POLICY can neither change what a policy is for nor take an expression away. */
    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("as") || edit.changes("command") || loses(edit, "using") || loses(edit, "with_check")) {
            return Optional.empty();
        }
        return Optional.of(Alteration.of(Statement.of("ALTER " + called(edit.to()) + whomAndWhat(edit.to()))
                .locking(Lock.AccessExclusive)));
    }

    private static boolean loses(Edit edit, String attribute) {
        return edit.from(attribute).isPresent() && edit.to(attribute).isEmpty();
    }
}
