package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/** The roles that objects belong to. */
final class Owners implements Trait {

    static final String ATTRIBUTE = "owner";

    @Override
    public String name() {
        return "owners";
    }

    @Override
    public String attribute() {
        return ATTRIBUTE;
    }

    @Override
    public Query query(ServerVersion version) {
        return Scope.query(Owned.with("true") + """
                SELECT w.type, w.identity, w.schema, pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(w.owner)) AS owner
                FROM owned w WHERE w.free
                """);
    }

    @Override
    public List<Statement> change(String called, CatalogObject object, Optional<String> from, Optional<String> to) {
        return to
                .map(owner -> Statement.of("ALTER " + called + " OWNER TO " + owner)
                        .locking(object.schema().isPresent() ? Lock.AccessExclusive : Lock.None))
                .stream()
                .toList();
    }
}
