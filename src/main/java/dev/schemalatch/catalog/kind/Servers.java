package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Foreign servers, without options that may be secret. */
final class Servers implements Kind {

    private static final String TYPE = "server";

    @Override
    public String name() {
        return "foreign servers";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'server' AS type, pg_catalog.quote_ident(s.srvname) AS identity, pg_catalog.age(s.xmin) AS age,
                       pg_catalog.quote_ident(w.fdwname) AS wrapper, s.srvtype AS server_type, s.srvversion AS server_version,
                       %s AS options
                FROM pg_catalog.pg_foreign_server s JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
                WHERE s.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass)
                """.formatted(GenericOptions.select("s.srvoptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public String called(CatalogObject object) {
        return "SERVER " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var type = object.attribute("server_type").map(Sql::text).map(" TYPE "::concat);
        var version = object.attribute("server_version").map(Sql::text).map(" VERSION "::concat);
        return List.of(Statement.of("CREATE %s%s%s FOREIGN DATA WRAPPER %s%s"
                .formatted(
                        called(object),
                        type.orElse(""),
                        version.orElse(""),
                        object.attribute("wrapper").orElseThrow(),
                        GenericOptions.clause(object.attribute("options")))));
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        if (edit.changes("wrapper") || edit.changes("server_type")) {
            return Optional.empty();
        }
        var version = edit.changes("server_version")
                ? " VERSION " + edit.to("server_version").map(Sql::text).orElse("NULL")
                : "";
        return Optional.of(Alteration.of(Statement.of("ALTER " + called(edit.to()) + version
                + GenericOptions.change(edit.from("options"), edit.to("options")))));
    }
}
