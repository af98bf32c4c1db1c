package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.sql.ServerVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One kind of PostgreSQL object: how it is read, and how it is made, changed and taken away.
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
 *   <li>{@code position}: where it stands among the parts of the same object, or not selected
 *   <li>{@code hint_...}: {@link CatalogObject#hints() hints}
 *   <li>{@code age}: {@code age(xmin)} of its catalog row
 * </ul>
 *
 * <p>Objects of system schemas, temporary objects and objects that belong to an extension are left out by the query. Comment,
 * owner and privileges are no kind's business: they are {@link Trait}s, which are read and written for all kinds alike.
 *
 * <p>Statements name everything with its schema, and are right for every supported version that has what they make.
 */
public interface Kind {

    /** The plural by which documentation and {@code notChecked} name it: {@code indexes}. */
    String name();

    Query query(ServerVersion version);

    /** The object that a row of the query describes. */
    default CatalogObject object(Row row) {
        return RowReading.object(row);
    }

    /** Whether an object is of this kind: of no two kinds' in {@link Kinds#ALL}. */
    boolean has(CatalogObject object);

    /** How COMMENT ON, ALTER ... OWNER TO and DROP call it: {@code TABLE public.t}, {@code TRIGGER tr ON public.t}. */
    default String called(CatalogObject object) {
        return object.key().type().toUpperCase(Locale.ROOT) + " " + object.key().identity();
    }

    /**
     * Makes an object, without its {@link Trait}s, where nothing of that name is.
     *
     * @param surroundings where the object is to be found with its parts
     */
    List<Statement> create(CatalogObject object, Blueprint surroundings);

    /**
     * Whether making the object makes this part of it too, as making a table does its columns. A part is what is {@link
     * CatalogObject#within() within} it, or {@link CatalogObject#inherited() inherited} from a part of another object.
     */
    default boolean brings(CatalogObject part) {
        return false;
    }

    /** Takes an object away, from which nothing depends any more but its parts, and they may go. */
    default List<Statement> drop(CatalogObject object) {
        return List.of(Statement.of("DROP " + called(object)));
    }

    /** Changes an object in place; empty where it has to be dropped and made again. */
    default Optional<Alteration> alter(Edit edit) {
        return Optional.empty();
    }

    /** Frees an object from what its default needs, so that this can be dropped and made again. */
    default List<Statement> loosen(CatalogObject object) {
        return List.of();
    }

    /** Gives back to an object what {@link #loosen} took. */
    default List<Statement> fasten(CatalogObject object) {
        return List.of();
    }

    /** What is left to say of a created object when everything else is there: which column owns a sequence. */
    default List<Statement> finish(CatalogObject object) {
        return List.of();
    }
}
