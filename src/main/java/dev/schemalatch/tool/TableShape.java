package dev.schemalatch.tool;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a table looks like that may be a tool's history.
 *
 * @param columns name to type, as {@code format_type} spells it: {@code bigint}, {@code character varying(255)}
 * @param neighbours of the tables that tools look for, those that stand in the same schema
 */
public record TableShape(HistoryTable table, SortedMap<String, String> columns, SortedSet<String> neighbours) {

    public TableShape {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        neighbours = Collections.unmodifiableSortedSet(new TreeSet<>(neighbours));
    }

    /** Whether it has these columns, and perhaps others. */
    public boolean has(String... names) {
        return columns.keySet().containsAll(Set.of(names));
    }

    /** Whether a column is there and its type begins so. */
    public boolean is(String column, String type) {
        return columns.getOrDefault(column, "").startsWith(type);
    }
}
