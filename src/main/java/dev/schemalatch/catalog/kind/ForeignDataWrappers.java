package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Foreign-data wrappers, which only superusers make; those of extensions are theirs. */
final class ForeignDataWrappers implements Kind {

    private static final String TYPE = "foreign-data wrapper";

    @Override
    public String name() {
        return "foreign-data wrappers";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'foreign-data wrapper' AS type, pg_catalog.quote_ident(w.fdwname) AS identity, pg_catalog.age(w.xmin) AS age,
                       NULLIF(w.fdwhandler, 0)::pg_catalog.regproc AS handler,
                       NULLIF(w.fdwvalidator, 0)::pg_catalog.regproc AS validator,
                       %s AS options
                FROM pg_catalog.pg_foreign_data_wrapper w
                WHERE w.oid NOT IN (SELECT e.objid FROM member e
                                    WHERE e.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass)
                """.formatted(GenericOptions.select("w.fdwoptions")));
    }

    @Override
    public boolean has(CatalogObject object) {
        return object.key().type().equals(TYPE);
    }

    @Override
    public String called(CatalogObject object) {
        return "FOREIGN DATA WRAPPER " + object.key().identity();
    }

    @Override
    public List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var handler = object.attribute("handler").map(" HANDLER "::concat).orElse("");
        var validator = object.attribute("validator").map(" VALIDATOR "::concat).orElse("");
        return List.of(Statement.of("CREATE " + called(object) + handler + validator
                        + GenericOptions.clause(object.attribute("options")))
                .bySuperuser());
    }

    @Override
    public Optional<Alteration> alter(Edit edit) {
        var sql = new StringBuilder("ALTER " + called(edit.to()));
        if (edit.changes("handler")) {
            sql.append(edit.to("handler").map(" HANDLER "::concat).orElse(" NO HANDLER"));
        }
        if (edit.changes("validator")) {
            sql.append(edit.to("validator").map(" VALIDATOR "::concat).orElse(" NO VALIDATOR"));
        }
        sql.append(GenericOptions.change(edit.from("options"), edit.to("options")));
        return Optional.of(Alteration.of(Statement.of(sql.toString()).bySuperuser()));
    }
}
