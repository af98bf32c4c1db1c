package dev.schemalatch.postgres;

import dev.schemalatch.catalog.Catalog;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.kind.Kind;
import dev.schemalatch.catalog.kind.Kinds;
import java.util.ArrayList;
import java.util.List;

/** Reads what a database consists of: every kind's query, one after the other, in one transaction. */
public final class CatalogReader {

    private final List<Kind> kinds;

    public CatalogReader() {
        this(Kinds.ALL);
    }

    CatalogReader(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /**
     * @throws dev.schemalatch.failure.FailedException where the database does not answer a kind's query
     */
    public Catalog read(Session session) {
        var objects = new ArrayList<CatalogObject>();
        for (var kind : kinds) {
            session.rows(kind.query(session.version())).stream()
                    .map(kind::object)
                    .forEach(objects::add);
        }
        return Catalog.of(objects);
    }
}
