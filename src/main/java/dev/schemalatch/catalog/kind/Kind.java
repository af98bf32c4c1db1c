package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;

/**
 * One kind of PostgreSQL object: how it is read.
 *
 * <p>A kind's query runs with an empty {@code search_path}, so that PostgreSQL spells every name with its schema, and gives
 * one row per object with these columns; every further column is an attribute of the object by that name, NULL and
 * empty text meaning that it is not set. {@code type} and {@code identity} are never left out:
 *
 * <ul>
 *   <li>{@code type}, {@code identity}: as {@code pg_identify_object} has them
 *   <li>{@code schema}: name of the schema it lies in, or NULL
 *   <li>{@code within_type}, {@code within_identity}: the object that this one is a part of, or NULL
 *   <li>{@code inherited_type}, {@code inherited_identity}: the object that this one came with and goes with, or NULL
 *   <li>{@code age}: {@code age(xmin)} of its catalog row
 * </ul>
 *
 * <p>Objects of system schemas, temporary objects and objects that belong to an extension are left out by the query.
 */
public interface Kind {

    /** The plural by which documentation and {@code notChecked} name it: {@code indexes}. */
    String name();

    Query query(ServerVersion version);

    /** The object that a row of the query describes. */
    default CatalogObject object(Row row) {
        return RowReading.object(row);
    }
}
