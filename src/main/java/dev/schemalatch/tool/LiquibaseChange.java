package dev.schemalatch.tool;

import java.util.List;
import java.util.Optional;

/** One change of a changeset. */
sealed interface LiquibaseChange {

    /**
     * SQL as its author wrote it.
     *
     * @param sql with the values of parameters
     * @param checksumText what the checksum is taken of: of a file, the text without the values
     * @param here whether it is for PostgreSQL
     */
    record Sql(
            String sql,
            String checksumText,
            boolean stripComments,
            boolean splitStatements,
            Optional<String> endDelimiter,
            boolean here)
            implements LiquibaseChange {

        List<String> statements() {
            return LiquibaseStatements.of(sql, stripComments, splitStatements, endDelimiter);
        }

        /** Whether it is known how Liquibase cuts it. */
        boolean known() {
            return endDelimiter.map(LiquibaseStatements::follows).orElse(true);
        }
    }

    /** A change that Liquibase itself turns into SQL ({@code createTable}), or runs ({@code customChange}). */
    record Modelled(String name) implements LiquibaseChange {}
}
