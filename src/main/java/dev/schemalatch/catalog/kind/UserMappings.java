package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * Who is whom on a foreign server. Of the options only the user's name is read, since the others are made to hold secrets, and
 * that only where the session's role may see those of every mapping.
 */
final class UserMappings implements Kind {

    private static final String TYPE = "user mapping";

    /** Whose options {@code pg_user_mappings} shows, told from its definition: there NULL may be either. */
    static final String SEEN = """
            (pg_catalog.pg_has_role(s.srvowner, 'USAGE') AND m.umuser = 0
             OR m.usename = current_user
                AND (pg_catalog.pg_has_role(s.srvowner, 'USAGE') OR pg_catalog.has_server_privilege(s.oid, 'USAGE'))
             OR (SELECT a.rolsuper FROM pg_catalog.pg_roles a WHERE a.rolname = current_user))""";

    @Override
    public String name() {
        return "user mappings";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'user mapping' AS type,
                       CASE m.umuser WHEN 0 THEN 'public' ELSE pg_catalog.quote_ident(m.usename) END
                         || ' on server ' || m.srvname AS identity,
                       'server' AS within_type, pg_catalog.quote_ident(m.srvname) AS within_identity,
                       CASE WHEN bool_and(%s) OVER () THEN %s END AS options
                FROM pg_catalog.pg_user_mappings m JOIN pg_catalog.pg_foreign_server s ON s.oid = m.srvid
                WHERE s.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass)
                """.formatted(
                        SEEN,
                        GenericOptions.select(
                                "ARRAY(SELECT u FROM unnest(m.umoptions) u WHERE split_part(u, '=', 1) = 'user')")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    /** PostgreSQL does not quote the server's name in the identity. */
    @Override
    public String called(CatalogObject object) {
        var identity = object.key().identity();
        var user = identity.substring(0, afterUser(identity));
        return "USER MAPPING FOR " + (user.equals("public") ? "PUBLIC" : user) + " SERVER "
                + object.within().orElseThrow().identity();
    }

    private static int afterUser(String identity) {
        if (!identity.startsWith("\"")) {
            return identity.indexOf(' ');
        }
        var end = identity.indexOf('"', 1);
        while (identity.startsWith("\"", end + 1)) {
            end = identity.indexOf('"', end + 2);
        }
        return end + 1;
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        return List.of(Statement.of("CREATE " + called(object) + GenericOptions.clause(object.attribute("options"))));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        return Optional.of(Alteration.of(Statement.of(
                "ALTER " + called(edit.to()) + GenericOptions.change(edit.from("options"), edit.to("options")))));
    }
}
