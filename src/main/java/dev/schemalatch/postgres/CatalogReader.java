package dev.schemalatch.postgres;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.kind.DependencyQuery;
import dev.schemalatch.catalog.kind.Kinds;
import dev.schemalatch.catalog.kind.Traits;
import java.util.ArrayList;

/** Reads what a database consists of: every kind's query and every trait's, one after the other, in one transaction. */
public final class CatalogReader {

    /**
     * @throws dev.schemalatch.failure.FailedException where the database does not answer a kind's query
     */
    public Catalog read(Session session) {
        var objects = new ArrayList<CatalogObject>();
        for (var kind : Kinds.ALL) {
            session.rows(kind.query(session.version())).stream()
                    .map(kind::object)
                    .forEach(objects::add);
        }
        for (var trait : Traits.ALL) {
            session.rows(trait.query(session.version())).stream()
                    .map(trait::object)
                    .forEach(objects::add);
        }
        return Catalog.of(objects);
    }

    /**
     * The same with what depends on what: for building, where comparing is not enough.
     *
     * @throws dev.schemalatch.failure.FailedException where the database does not answer
     */
    public Blueprint blueprint(Session session) {
        return new Blueprint(read(session), DependencyQuery.dependencies(session.rows(DependencyQuery.query())));
    }
}
