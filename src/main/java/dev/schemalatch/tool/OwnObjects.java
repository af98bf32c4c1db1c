package dev.schemalatch.tool;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a tool makes for itself: no migration's work, and never compared.
 *
 * @param tables as {@code schema.name}
 * @param schemas that hold nothing else
 */
public record OwnObjects(Set<HistoryTable> tables, SortedSet<String> schemas) {

    public OwnObjects {
        tables = Set.copyOf(tables);
        schemas = Collections.unmodifiableSortedSet(new TreeSet<>(schemas));
    }

    /** Tables in schemas that others use too. */
    public static OwnObjects tables(HistoryTable... tables) {
        return new OwnObjects(Set.of(tables), new TreeSet<>());
    }

    /** The table, and others beside it. */
    static OwnObjects beside(HistoryTable table, String... names) {
        return new OwnObjects(
                Stream.concat(Stream.of(table), Stream.of(names).map(name -> new HistoryTable(table.schema(), name)))
                        .collect(Collectors.toSet()),
                new TreeSet<>());
    }

    /** A schema with everything in it, and the table wherever it stands. */
    static OwnObjects schema(HistoryTable table, String schema) {
        return new OwnObjects(Set.of(table), new TreeSet<>(Set.of(schema)));
    }
}
