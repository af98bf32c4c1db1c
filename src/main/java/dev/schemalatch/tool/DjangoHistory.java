package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Django's table {@code django_migrations} (django/db/migrations/recorder.py): one row for each migration that is applied. */
final class DjangoHistory {

    static final String TABLE = "django_migrations";

    private final MigrationFiles files;
    private final DjangoGraph graph;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private DjangoHistory(MigrationFiles files, List<Row> read) {
        this.files = files;
        read.forEach(row -> rows.putIfAbsent(DjangoMigration.key(row.text("app"), row.text("name")), row));
        this.graph = DjangoGraph.of(files.migrations(), rows.keySet());
    }

    static Query query(HistoryTable table) {
        return Query.of("""
                SELECT app::text AS app, name::text AS name,
                       CASE WHEN isfinite(applied) THEN extract(epoch FROM applied) END AS ended,
                       age(xmin) AS age
                FROM %s
                ORDER BY id""".formatted(table.quoted()));
    }

    static Reading read(MigrationFiles files, List<Row> rows) {
        return new DjangoHistory(files, rows).reading();
    }

    private Reading reading() {
        var apps = files.migrations().stream()
                .map(migration -> DjangoMigration.app(migration.id()))
                .collect(Collectors.toSet());
        var applied = new ArrayList<Applied>();
        var others = new TreeSet<String>();
        var missing = new TreeSet<String>();
        rows.forEach((key, row) -> {
            if (!apps.contains(DjangoMigration.app(key))) {
                others.add(DjangoMigration.app(key));
            } else if (graph.has(key) ? graph.isApplied(key) : isMissing(key)) {
                applied.add(Applied.of(key, State.FINISHED, row));
                if (!graph.has(key)) {
                    missing.add(DjangoMigration.app(key));
                }
            }
        });
        var implied = graph.order().stream()
                .filter(key -> graph.isApplied(key) && !rows.containsKey(key))
                .toList();
        implied.forEach(key -> applied.add(implied(key)));
        return new Reading(
                graph.order().stream()
                        .flatMap(key -> files.withId(key).stream())
                        .toList(),
                applied,
                new DjangoNotes(graph).all(others, implied, missing));
    }

    private boolean isMissing(String key) {
        return !graph.isReplaced(key) && !graph.unusable().contains(key);
    }

    /** One that replaces what is applied, and is not recorded itself: as old as the last of them. */
    private Applied implied(String key) {
        var last = files.withId(key).stream()
                .flatMap(migration -> DjangoMigration.of(migration).replaces().stream())
                .flatMap(replaced -> Optional.ofNullable(rows.get(replaced)).stream())
                .reduce((earlier, later) -> later);
        return last.map(row -> Applied.of(key, State.FINISHED, row))
                .orElseGet(() -> new Applied(
                        key,
                        Optional.empty(),
                        State.FINISHED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty()));
    }
}
