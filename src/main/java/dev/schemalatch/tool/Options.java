package dev.schemalatch.tool;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What no file says of how a project's migrations are run.
 *
 * @param placeholders what stands for names in the files, by name: Flyway's placeholders, Liquibase's parameters
 * @param table how the table of the tool {@code Sql} is to be read
 */
public record Options(SortedMap<String, String> placeholders, Optional<DescribedTable> table) {

    public Options {
        placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
    }

    /** Nothing is said. */
    public static Options none() {
        return new Options(new TreeMap<>(), Optional.empty());
    }

    /** The same with what stands for names. */
    public Options with(Map<String, String> values) {
        return new Options(new TreeMap<>(values), table);
    }

    /** The same with a table. */
    public Options with(DescribedTable described) {
        return new Options(placeholders, Optional.of(described));
    }
}
