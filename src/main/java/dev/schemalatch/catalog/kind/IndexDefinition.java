package dev.schemalatch.catalog.kind;

import dev.schemalatch.catalog.Nesting;
import dev.schemalatch.ddl.Probe;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pg_get_indexdef} spells, taken apart.
 *
 * @param head up to the storage parameters
 * @param tail behind them: the predicate, with the blank before it
 */
record IndexDefinition(String head, String tail) {

    private static final String OPTIONS = " WITH (";
    private static final String PREDICATE = " WHERE ";
    private static final String ONLY = " ON ONLY ";

    static IndexDefinition of(String definition) {
        var predicate = Nesting.find(definition, PREDICATE);
        var head = predicate < 0 ? definition : definition.substring(0, predicate);
        var options = Nesting.find(head, OPTIONS);
        return new IndexDefinition(
                options < 0 ? head : head.substring(0, options), predicate < 0 ? "" : definition.substring(predicate));
    }

    String withoutOptions() {
        return head + tail;
    }

    String with(Optional<String> options) {
        return head + Options.with(options) + tail;
    }

    /** PostgreSQL spells the index of a partitioned table without those of its partitions. */
    IndexDefinition onPartitionsToo() {
        var only = Nesting.find(head, ONLY);
        return only < 0
                ? this
                : new IndexDefinition(head.substring(0, only) + " ON " + head.substring(only + ONLY.length()), tail);
    }

    /** What is in the way of a unique index; empty for any other. */
    Optional<Probe> duplicates(String table, boolean partitioned) {
        if (!head.startsWith("CREATE UNIQUE ")) {
            return Optional.empty();
        }
        var keys = keys();
        var conditions = tail.isEmpty() ? "" : " AND (" + tail.substring(PREDICATE.length()) + ")";
        var nulls =
                head.contains(" NULLS NOT DISTINCT") ? "true" : String.join(" IS NOT NULL AND ", keys) + " IS NOT NULL";
        var listed = String.join(", ", keys);
        return Optional.of(new Probe(
                "duplicates of (%s) in %s".formatted(listed, table),
                "SELECT count(*) FROM (SELECT FROM %s%s WHERE %s%s GROUP BY %s HAVING count(*) > 1) AS duplicate"
                        .formatted(partitioned ? "" : "ONLY ", table, nulls, conditions, listed)));
    }

    /** The columns and expressions, without what is said of their order. */
    private List<String> keys() {
        var open = head.indexOf('(', Nesting.find(head, " USING "));
        return Nesting.split(head.substring(open + 1, Nesting.close(head, open))).stream()
                .map(key -> Nesting.find(key, " ") < 0 ? key : key.substring(0, Nesting.find(key, " ")))
                .toList();
    }
}
