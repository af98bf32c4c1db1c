package dev.schemalatch.ddl;

import java.util.List;

/**
 * How an object is changed in place.
 *
 * @param around whether what depends on the object has to be dropped before and made again after: views on a column whose
 *     type changes. Columns of a type are not: the statements see to them.
 */
public record Alteration(List<Statement> statements, boolean around) {

    public Alteration {
        statements = List.copyOf(statements);
    }

    /** Beside everything that depends on the object. */
    public static Alteration of(List<Statement> statements) {
        return new Alteration(statements, false);
    }

    public static Alteration of(Statement... statements) {
        return of(List.of(statements));
    }

    /** With everything that depends on the object out of the way. */
    public static Alteration around(List<Statement> statements) {
        return new Alteration(statements, true);
    }
}
