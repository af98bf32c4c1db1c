package dev.schemalatch.tool;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The SQL of a migration in the pieces in which its tool sends it. */
public record Script(List<Part> parts, Mode mode) {

    public Script {
        parts = List.copyOf(parts);
    }

    /** How the pieces are sent. */
    public enum Mode {
        /** Each as one simple query, in autocommit: several statements in one are atomic, one alone need not be. */
        AS_IT_IS,
        /** All of them inside one transaction. */
        IN_TRANSACTION,
        /** Each statement of each piece by itself, in autocommit. */
        BY_STATEMENT
    }

    /**
     * A piece.
     *
     * @param line of the file, from 1, that it begins in
     */
    public record Part(String sql, int line) {}

    /** A whole file as one simple query. */
    public static Script asItIs(String sql) {
        return new Script(List.of(new Part(sql, 1)), Mode.AS_IT_IS);
    }

    /** A whole file inside a transaction. */
    public static Script inTransaction(String sql) {
        return new Script(List.of(new Part(sql, 1)), Mode.IN_TRANSACTION);
    }

    /** The statements of a whole file, one after the other. */
    public static Script byStatement(String sql) {
        return new Script(List.of(new Part(sql, 1)), Mode.BY_STATEMENT);
    }

    /** The same with other texts in the pieces' places. */
    public Script map(UnaryOperator<String> change) {
        return new Script(
                parts.stream()
                        .map(part -> new Part(change.apply(part.sql()), part.line()))
                        .toList(),
                mode);
    }

    /** All pieces, for telling scripts apart. */
    public String text() {
        return parts.stream().map(Part::sql).collect(Collectors.joining("\n"));
    }
}
