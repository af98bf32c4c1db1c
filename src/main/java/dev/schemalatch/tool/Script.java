package dev.schemalatch.tool;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The SQL of a migration in the pieces in which its tool sends it.
 *
 * @param session what settings of the session it begins with
 */
public record Script(List<Part> parts, Mode mode, Session session) {

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

    /** What is left of settings that migrations before it made. */
    public enum Session {
        /** All: the tool has one connection for all migrations. */
        KEPT,
        /** All but the search path, which the tool puts back. */
        KEPT_BUT_PATH,
        /** None that {@code RESET ALL} undoes, which the tool sends before each. */
        RESET,
        /** None: the tool opens a connection for each. */
        NEW
    }

    /** Over one connection with those before it. */
    public Script(List<Part> parts, Mode mode) {
        this(parts, mode, Session.KEPT);
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
                mode,
                session);
    }

    /** The same with other settings to begin with. */
    public Script in(Session other) {
        return new Script(parts, mode, other);
    }

    /** All pieces, for telling scripts apart. */
    public String text() {
        return parts.stream().map(Part::sql).collect(Collectors.joining("\n"));
    }
}
