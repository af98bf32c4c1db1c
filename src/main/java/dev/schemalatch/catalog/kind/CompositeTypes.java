package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/** Composite types that stand alone, not the row types of tables. Their attributes are read with the columns. */
final class CompositeTypes implements Kind {

    @Override
    public String name() {
        return "composite types";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT r.type, r.identity, r.schema, pg_catalog.age(c.xmin) AS age
                FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
                WHERE r.relkind = 'c'
                """);
    }
}
