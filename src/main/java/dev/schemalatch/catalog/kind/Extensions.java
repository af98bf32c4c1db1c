package dev.schemalatch.catalog.kind;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;

/** Extensions. Their versions are what the server provides, and their members are their own business. */
final class Extensions implements Kind {

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query("""
                SELECT 'extension' AS type, pg_catalog.quote_ident(e.extname) AS identity, pg_catalog.age(e.xmin) AS age,
                       n.nspname AS installed_in
                FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
                """);
    }
}
