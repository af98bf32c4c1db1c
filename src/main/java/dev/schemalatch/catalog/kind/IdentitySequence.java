package dev.schemalatch.catalog.kind;

import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Safety;
import dev.schemalatch.ddl.Sql;
import dev.schemalatch.ddl.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The options of an identity column's sequence, spelled {@code start 1 increment 1 minimum 1 maximum 9 cache 1 cycle}. */
record IdentitySequence(Map<String, String> options, boolean cycle) {

    private static final Map<String, String> WORDS = Map.of(
            "start",
            "START WITH",
            "increment",
            "INCREMENT BY",
            "minimum",
            "MINVALUE",
            "maximum",
            "MAXVALUE",
            "cache",
            "CACHE");

    static IdentitySequence of(Optional<String> spelled) {
        var words = spelled.orElse("").split(" ");
        var options = new LinkedHashMap<String, String>();
        for (var at = 0; at + 1 < words.length; at += 2) {
            options.put(WORDS.get(words[at]), words[at + 1]);
        }
        return new IdentitySequence(options, words[words.length - 1].equals("cycle"));
    }

    /** As SQL takes them, each after a word: {@code SET } in ALTER COLUMN. */
    String clauses(String each) {
        return options.entrySet().stream()
                        .map(option -> each + option.getKey() + " " + option.getValue())
                        .collect(Collectors.joining(" "))
                + " " + each + (cycle ? "CYCLE" : "NO CYCLE");
    }

    /** Makes a column that has values already one with such a sequence. */
    static Statement add(Column column, String kind) {
        return Statement.of(column.alter("ADD GENERATED " + kind.toUpperCase(Locale.ROOT) + " AS IDENTITY ("
                        + of(column.fact("identity_options")).clauses("") + ")"))
                .locking(Lock.AccessExclusive);
    }

    /** Lets the sequence go on after the values that are there. */
    static Statement goOn(Column column) {
        var largest = "pg_catalog.max(" + column.name() + ")";
        var sequence = "pg_catalog.pg_get_serial_sequence(%s, %s)"
                .formatted(Sql.text(column.table().identity()), Sql.text(Column.unquoted(column.name())));
        return Statement.of("SELECT pg_catalog.setval(%s, %s) FROM %s HAVING %s >= %s"
                        .formatted(
                                sequence,
                                largest,
                                column.table().identity(),
                                largest,
                                of(column.fact("identity_options")).options.getOrDefault("MINVALUE", "1")))
                .being(Safety.Locks);
    }
}
