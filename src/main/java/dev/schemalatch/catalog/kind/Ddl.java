package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Blueprint;
import dev.schemalatch.catalog.CatalogObject;
import dev.schemalatch.catalog.Respelling;
import dev.schemalatch.ddl.Alteration;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The statements for any object, of whatever kind, with its traits. */
public final class Ddl {

    private Ddl() {}

    /** The kind that an object is of; none for one that only traits have read. */
    public static Optional<Kind> kind(CatalogObject object) {
        return Kinds.ALL.stream().filter(kind -> kind.has(object)).findFirst();
    }

    /** Makes an object with all that is its own. What its kind {@link Kind#brings brings} gets its traits here too. */
    public static List<Statement> create(CatalogObject object, Blueprint surroundings) {
        var statements = new ArrayList<Statement>();
        kind(object).ifPresent(kind -> statements.addAll(kind.create(object, surroundings)));
        statements.addAll(traits(object, Optional.empty()));
        return statements;
    }

    /** Sets the traits of an object that is there already. */
    public static List<Statement> traits(CatalogObject object, Optional<CatalogObject> from) {
        var called = called(object);
        var statements = new ArrayList<Statement>();
        for (var trait : Traits.ALL) {
            var is = from.flatMap(old -> old.attribute(trait.attribute()));
            var shall = object.attribute(trait.attribute());
            if (!is.equals(shall) && called.isPresent()) {
                statements.addAll(trait.change(called.get(), object, is, shall));
            }
        }
        return statements;
    }

    public static List<Statement> drop(CatalogObject object) {
        return kind(object)
                .map(kind -> kind.drop(object))
                .orElseGet(() -> traits(object.with(new TreeMap<>()), Optional.of(object)));
    }

    /**
     * What is left to do for an object when all that it is part of is there. A sequence that is to go with a table has to have
     * the table's owner first.
     */
    public static List<Statement> finish(CatalogObject object, Blueprint surroundings) {
        var own = kind(object).map(kind -> kind.finish(object)).orElse(List.of());
        if (own.isEmpty() || object.attribute(Owners.ATTRIBUTE).isPresent()) {
            return own;
        }
        var statements = new ArrayList<Statement>();
        var called = called(object);
        object.within()
                .flatMap(surroundings::find)
                .flatMap(CatalogObject::within)
                .flatMap(surroundings::find)
                .flatMap(table -> table.attribute(Owners.ATTRIBUTE))
                .ifPresent(owner ->
                        called.ifPresent(name -> statements.add(Statement.of("ALTER " + name + " OWNER TO " + owner))));
        statements.addAll(own);
        return statements;
    }

    /** Changes an object in place, traits and all; empty where it has to be made anew. */
    public static Optional<Alteration> alter(Edit edit) {
        var own = edit.attributes().isEmpty()
                ? Optional.of(Alteration.of())
                : kind(edit.to()).filter(kind -> kind.has(edit.from())).flatMap(kind -> kind.alter(edit));
        return own.map(alteration -> {
            var statements = new ArrayList<>(alteration.statements());
            statements.addAll(traits(edit.to(), Optional.of(edit.from())));
            return new Alteration(statements, alteration.around());
        });
    }

    /** Whether anything of an object is to be changed. */
    public static boolean same(CatalogObject one, CatalogObject other) {
        return one.attributes().keySet().equals(other.attributes().keySet())
                && one.attributes().keySet().stream()
                        .allMatch(name -> Respelling.same(one.attribute(name), other.attribute(name)));
    }

    /** What COMMENT ON calls an object: of those without a kind, columns of views and constraints' indexes. */
    private static Optional<String> called(CatalogObject object) {
        var identity = object.key().identity();
        return kind(object).map(kind -> kind.called(object)).or(() -> switch (object.key()
                .type()) {
            case "view column", "materialized view column", "foreign table column" -> Optional.of("COLUMN " + identity);
            case "index" -> Optional.of("INDEX " + identity);
            default -> Optional.empty();
        });
    }
}
