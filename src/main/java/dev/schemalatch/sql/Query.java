package dev.schemalatch.sql;

import java.util.List;

/**
 * One read-only statement with {@code ?} for its parameters.
 *
 * @param parameters text values, in order
 */
public record Query(String text, List<String> parameters) {

    public Query {
        parameters = List.copyOf(parameters);
    }

    public static Query of(String text, String... parameters) {
        return new Query(text, List.of(parameters));
    }
}
