package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The plan of a project held against what a registry keeps of it. */
final class SqitchHistory {

    private final MigrationFiles files;
    private final List<Row> rows;
    private final HashMap<String, String> names = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    SqitchHistory(MigrationFiles files, List<Row> rows) {
        this.files = files;
        this.rows = rows.stream().filter(this::ours).toList();
        others(rows);
    }

    /**
     * The changes that are deployed, and those that are not and whose last event was a failure or a revert. A registry that was
     * upgraded from before 1.0 has a change's id where its script's hash belongs.
     */
    static Query query(HistoryTable table) {
        var events = new HistoryTable(table.schema(), "events");
        return Query.of("""
            SELECT k.project, k.id, k.name, k.event, k.checksum, extract(epoch FROM k.at) AS ended, k.age
            FROM (
              SELECT c.project, c.change_id AS id, c.change AS name, 'deploy' AS event, c.committed_at AS at, age(c.xmin) AS age,
                     nullif(to_jsonb(c) ->> 'script_hash', c.change_id) AS checksum
              FROM %1$s AS c
              UNION ALL
              SELECT e.project, e.change_id, e.change, e.event, e.committed_at, age(e.xmin), NULL
              FROM %2$s AS e
              WHERE e.event IN ('fail', 'revert')
                AND NOT EXISTS (SELECT FROM %1$s AS c WHERE c.change_id = e.change_id)
                AND NOT EXISTS (SELECT FROM %2$s AS l WHERE l.change_id = e.change_id AND l.committed_at > e.committed_at)
            ) AS k
            ORDER BY k.at, k.id\
            """.formatted(table.quoted(), events.quoted()));
    }

    Reading read() {
        nameById();
        nameByName();
        var deployed = new HashSet<String>();
        rows.stream().filter(SqitchHistory::deployed).forEach(row -> deployed.add(name(row)));
        var applied = rows.stream()
                .filter(row -> deployed(row) || !deployed.contains(name(row)))
                .map(row -> Applied.of(name(row), state(row), row))
                .toList();
        outOfOrder(deployed);
        return new Reading(files.migrations(), applied, notes);
    }

    private void nameById() {
        for (var row : rows) {
            files.withId(id(row)).ifPresent(migration -> names.put(row.text("id"), migration.name()));
        }
    }

    // an id is made of a change's line and of all before it; where these were changed, the name still tells which it is
    private void nameByName() {
        var taken = new HashSet<>(names.values());
        for (var row : rows) {
            if (!names.containsKey(row.text("id"))) {
                var planned = planned(row.text("name"), deployed(row) ? taken : Set.of());
                planned.ifPresent(name -> {
                    taken.add(name);
                    if (deployed(row) && notes.stream().noneMatch(note -> note.contains(" another id "))) {
                        notes.add(name
                                + " has another id in the plan than in the registry: its line, or one before it, was"
                                + " changed after it was deployed. Sqitch cannot find it, and deploys nothing until"
                                + " the plan is as it was.");
                    }
                });
                names.put(row.text("id"), planned.orElseGet(() -> unplanned(row)));
            }
        }
    }

    private Optional<String> planned(String change, Set<String> taken) {
        return files.migrations().stream()
                .map(Migration::name)
                .filter(name -> name.equals(change) || name.startsWith(change + "@"))
                .filter(name -> !taken.contains(name))
                .findFirst();
    }

    private String unplanned(Row row) {
        var name = row.text("name");
        return files.named(name).isEmpty() ? name : name + " (" + row.text("id") + ")";
    }

    private void outOfOrder(Set<String> deployed) {
        var open = new ArrayList<String>();
        for (var migration : files.migrations()) {
            if (!deployed.contains(migration.name())) {
                open.add(migration.name());
            } else if (!open.isEmpty()) {
                notes.add(String.join(", ", open) + ": planned before " + migration.name()
                        + ", which is deployed; Sqitch deploys only what comes after it.");
                open.clear();
            }
        }
    }

    private void others(List<Row> all) {
        var projects = new TreeSet<String>();
        all.stream().filter(row -> !ours(row)).forEach(row -> projects.add(row.text("project")));
        projects.forEach(project -> notes.add("The registry keeps changes of the project " + project + " too."));
    }

    private boolean ours(Row row) {
        return files.migrations().isEmpty()
                || files.migrations().get(0).id().startsWith(row.text("project") + SqitchFiles.BETWEEN);
    }

    private static String id(Row row) {
        return row.text("project") + SqitchFiles.BETWEEN + row.text("id");
    }

    private String name(Row row) {
        return names.getOrDefault(row.text("id"), row.text("name"));
    }

    private static boolean deployed(Row row) {
        return row.text("event").equals("deploy");
    }

    private static State state(Row row) {
        return switch (row.text("event")) {
            case "fail" -> State.FAILED;
            case "revert" -> State.ROLLED_BACK;
            default -> State.FINISHED;
        };
    }
}
