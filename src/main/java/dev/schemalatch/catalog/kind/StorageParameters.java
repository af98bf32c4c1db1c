package dev.schemalatch.catalog.kind;

import dev.schemalatch.ddl.Lock;
import dev.schemalatch.ddl.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Options of a relation or a column, spelled {@code fillfactor='70', toast.autovacuum_enabled='off'}: as SQL takes them, in the
 * order of their names.
 */
record StorageParameters(SortedMap<String, String> values) {

    private static final Pattern ONE = Pattern.compile("([^=,\\s]+)=(E?'(?:[^']|'')*+')");

    StorageParameters {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static StorageParameters of(Optional<String> spelled) {
        var values = new TreeMap<String, String>();
        ONE.matcher(spelled.orElse("")).results().forEach(match -> values.put(match.group(1), match.group(2)));
        return new StorageParameters(values);
    }

    /** The SQL that spells an array of options as a catalog has it. */
    static String spelling(String array) {
        return "pg_catalog.array_to_string(ARRAY(" + options(array, "") + " ORDER BY 1), ', ')";
    }

    /** The same of a table and its TOAST table. */
    static String spelling(String array, String toast) {
        return "pg_catalog.array_to_string(ARRAY(" + options(array, "") + " UNION ALL " + options(toast, "toast.")
                + " ORDER BY 1), ', ')";
    }

    /** Sorted as bytes: servers differ in how they sort texts. */
    private static String options(String array, String prefix) {
        return """
                SELECT ('%s' || pg_catalog.split_part(o, '=', 1) || '='
                        || pg_catalog.quote_literal(substr(o, strpos(o, '=') + 1))) COLLATE "C" FROM unnest(%s) o""".formatted(prefix, array);
    }

    /** {@code  WITH (fillfactor='70')}; nothing where none is set. */
    static String with(Optional<String> spelled) {
        return spelled.map(list -> " WITH (" + list + ")").orElse("");
    }

    /** Changes them to others. @param alter what SET and RESET come after: {@code ALTER TABLE public.t} */
    List<Statement> become(StorageParameters others, String alter) {
        var statements = new ArrayList<Statement>();
        var gone = values.keySet().stream()
                .filter(name -> !others.values.containsKey(name))
                .collect(Collectors.joining(", "));
        var set = others.values.entrySet().stream()
                .filter(one -> !Objects.equals(values.get(one.getKey()), one.getValue()))
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            statements.add(Statement.of(alter + " RESET (" + gone + ")").locking(Lock.ShareUpdateExclusive));
        }
        if (!set.isEmpty()) {
            statements.add(Statement.of(alter + " SET (" + set + ")").locking(Lock.ShareUpdateExclusive));
        }
        return statements;
    }
}
