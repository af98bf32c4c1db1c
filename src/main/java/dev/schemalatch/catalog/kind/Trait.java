package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * What objects of many kinds have alike: a comment, an owner, privileges. Its query gives rows as a {@link Kind}'s does, with
 * one attribute; they are laid over the kinds' objects. One that no kind has read (a view's column with a comment) becomes an
 * object of its own.
 */
public interface Trait {

    /** The plural by which documentation and {@code notChecked} name it: {@code comments}. */
    String name();

    /** The attribute's name. */
    String attribute();

    Query query(ServerVersion version);

    /** The object, with this attribute alone, that a row of the query describes. */
    default CatalogObject object(Row row) {
        return RowReading.object(row);
    }

    /**
     * Changes the attribute.
     *
     * @param called what {@link Kind#called} says
     * @param from what it is; empty where it is not set, which after making an object is what PostgreSQL gives by itself
     * @param to what it shall be
     */
    List<Statement> change(String called, CatalogObject object, Optional<String> from, Optional<String> to);
}
