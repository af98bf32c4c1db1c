package dev.schemalatch.shadow;

import dev.schemalatch.catalog.Catalog;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a file went that was sent statement by statement.
 *
 * @param looks what was committed on the way, in ascending order
 * @param statements how many the file has
 * @param refused the number of the statement, from 1, that the server refused
 */
public record Stepped(List<Look> looks, int statements, OptionalInt refused) {

    public Stepped {
        looks = List.copyOf(looks);
    }

    /**
     * What the database consisted of.
     *
     * @param sent after how many statements
     */
    public record Look(int sent, Catalog catalog) {}

    /** When to look at the catalog. */
    public interface When {

        /** Whether it is wanted after so many of the file's statements. */
        boolean after(int sent, int statements);
    }
}
