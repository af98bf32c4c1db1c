package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.postgres.DatabaseFacts;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Project;
import dev.schemalatch.tool.TableShape;
import dev.schemalatch.tool.Tools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a database keeps migration histories, and whose they are. */
final class HistoryPlaces {

    private final CheckRequest request;
    private final List<Project> projects;
    private final Map<HistoryTable, TableShape> found;

    private HistoryPlaces(CheckRequest request, List<Project> projects, Map<HistoryTable, TableShape> found) {
        this.request = request;
        this.projects = List.copyOf(projects);
        this.found = Map.copyOf(found);
    }

    /** Looks for the tables of all tools at once. */
    static HistoryPlaces look(DatabaseFacts facts, CheckRequest request, List<Project> projects) {
        var tables = new TreeSet<String>();
        for (var tool : tools(request)) {
            tables.addAll(tool.neighbours());
            places(request, projects, tool).forEach(place -> tables.add(place.name()));
        }
        return new HistoryPlaces(request, projects, shapes(facts.columns(List.copyOf(tables))));
    }

    private static Map<HistoryTable, TableShape> shapes(List<Row> rows) {
        var columns = new HashMap<HistoryTable, TreeMap<String, String>>();
        for (var row : rows) {
            columns.computeIfAbsent(new HistoryTable(row.text("schema"), row.text("name")), table -> new TreeMap<>())
                    .put(row.text("column"), row.text("type"));
        }
        var shapes = new HashMap<HistoryTable, TableShape>();
        columns.forEach((table, types) -> shapes.put(
                table,
                new TableShape(
                        table,
                        types,
                        columns.keySet().stream()
                                .filter(other -> other.schema().equals(table.schema()) && !other.equals(table))
                                .map(HistoryTable::name)
                                .collect(Collectors.toCollection(TreeSet::new)))));
        return shapes;
    }

    private static List<HistoryTable> places(CheckRequest request, List<Project> projects, MigrationTool tool) {
        return request.historyTable().map(List::of).orElseGet(() -> Stream.concat(
                        projects.stream().flatMap(project -> tool.configuredTable(project).stream()),
                        tool.historyTables(request.database().schema()).stream())
                .distinct()
                .toList());
    }

    private static List<MigrationTool> tools(CheckRequest request) {
        return Tools.all().stream()
                .map(tool -> tool.with(request.choice().options()))
                .toList();
    }

    /** The tools whose history is there. */
    List<MigrationTool> keeping() {
        return tools(request).stream().filter(tool -> kept(tool).isPresent()).toList();
    }

    private Optional<HistoryTable> kept(MigrationTool tool) {
        return present(tool).filter(tool::keeps).map(TableShape::table).findFirst();
    }

    private Stream<TableShape> present(MigrationTool tool) {
        return places(request, projects, tool).stream()
                .flatMap(place -> Optional.ofNullable(found.get(place)).stream());
    }

    /**
     * The table of that tool; where there is none yet, the one that it would make.
     *
     * @throws FailedException {@code ToolUnsupported} where a table of that name is another tool's
     */
    HistoryTable of(MigrationTool tool) {
        return kept(tool).orElseGet(() -> {
            present(tool).findFirst().ifPresent(other -> {
                throw FailedException.of(Reason.ToolUnsupported, anothers(other, tool));
            });
            return likeliest(tool);
        });
    }

    /** The table that the tool would make. */
    HistoryTable likeliest(MigrationTool tool) {
        return places(request, projects, tool).get(0);
    }

    private static String anothers(TableShape table, MigrationTool tool) {
        var owners = new ArrayList<String>();
        Tools.all().stream()
                .filter(other -> other.keeps(table))
                .map(MigrationTool::name)
                .forEach(owners::add);
        var lacking = tool.lacking(table);
        if (lacking.isPresent()) {
            return "The table %s has no column %s. Correct its description: spec.migrations.sql, or the options that begin with --sql."
                    .formatted(table.table(), lacking.get());
        }
        return "The table %s has not the columns of %s's history%s. Name the tool or the table: %s."
                .formatted(
                        table.table(),
                        tool.name(),
                        owners.isEmpty() ? "" : "; those of " + String.join(" or ", owners) + " it has",
                        "spec.migrations.tool and historyTable, or --tool and --history-table");
    }
}
