package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Alembic's table {@code alembic_version}: one row for each head that the database stands at (alembic/runtime/migration.py). */
final class AlembicHistory {

    static final String TABLE = "alembic_version";

    private AlembicHistory() {}

    static Query query(HistoryTable table) {
        return Query.of(
                "SELECT version_num::text AS version, age(xmin) AS age FROM %s ORDER BY 1".formatted(table.quoted()));
    }

    /**
     * What the rows stand on is applied. Where a row's revision, or one below it, has no file, the chain is broken: then what does not
     * stand on a row is taken for applied, since a database is most often ahead of the files, not beside them.
     */
    static Reading read(MigrationFiles files, List<Row> rows) {
        var graph = new AlembicGraph(files.migrations());
        var known = files.migrations().stream().map(Migration::id).collect(Collectors.toSet());
        var ages = new HashMap<String, Optional<Long>>();
        rows.forEach(row -> ages.put(row.text("version"), row.number("age")));
        var applied = new LinkedHashSet<>(
                graph.ancestors(ages.keySet().stream().sorted().toList()));
        var lacking = new ArrayList<>(applied);
        lacking.removeAll(known);
        var assumed = lacking.isEmpty() ? Set.<String>of() : beside(files, graph, applied, ages.keySet());
        applied.addAll(assumed);
        var ordered =
                new ArrayList<>(graph.order().stream().filter(applied::contains).toList());
        lacking.stream().filter(id -> !ordered.contains(id)).forEach(ordered::add);
        return new Reading(
                files.migrations(),
                ordered.stream()
                        .map(id -> applied(files, id, ages.getOrDefault(id, Optional.empty())))
                        .toList(),
                notes(lacking, assumed));
    }

    private static Set<String> beside(
            MigrationFiles files, AlembicGraph graph, Set<String> applied, Set<String> heads) {
        var later = new HashSet<>(graph.descendants(heads));
        return files.migrations().stream()
                .map(Migration::id)
                .filter(id -> !applied.contains(id) && !later.contains(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Applied applied(MigrationFiles files, String id, Optional<Long> age) {
        return new Applied(
                files.withId(id).map(Migration::name).orElse(id),
                Optional.empty(),
                State.FINISHED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                age.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    private static List<String> notes(List<String> lacking, Set<String> assumed) {
        return assumed.isEmpty()
                ? List.of()
                : List.of(
                        ("Alembic's table names only the newest revision, and what %s stands on no file says: the other files that"
                                        + " do not stand on it are taken for applied (%d)")
                                .formatted(String.join(", ", lacking), assumed.size()));
    }
}
