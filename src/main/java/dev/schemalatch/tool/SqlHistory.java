package dev.schemalatch.tool;

import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table as its user describes it. */
record SqlHistory(DescribedTable described) {

    /** Values come as text whatever their columns' types: of bytes the digits, of a flag what PostgreSQL takes for true. */
    Query query(HistoryTable table) {
        var name = column(described.name());
        return Query.of("""
                SELECT h.*
                FROM (SELECT %s::text AS name,
                             regexp_replace(%s::text, '^\\\\x', '') AS checksum,
                             lower(%s::text) AS success,
                             extract(epoch FROM %s) AS ended,
                             age(xmin) AS age
                      FROM %s) AS h
                WHERE h.name IS NOT NULL
                ORDER BY h.ended, length(h.name), h.name""".formatted(
                        name,
                        described.checksum().map(SqlHistory::column).orElse("NULL"),
                        described.success().map(SqlHistory::column).orElse("NULL"),
                        described
                                .at()
                                .map(SqlHistory::column)
                                .map("CASE WHEN isfinite(%1$s) THEN %1$s END"::formatted)
                                .orElse("NULL::timestamptz"),
                        table.quoted()));
    }

    private static String column(String name) {
        return HistoryTable.quoted(name);
    }

    /** A number in the table is the same number in a file's name, with zeros before it or not. */
    Reading read(MigrationFiles files, List<Row> rows) {
        var numbers = new HashMap<String, String>();
        files.migrations().stream()
                .filter(file -> file.id().matches("[0-9]+"))
                .forEach(file -> numbers.putIfAbsent(RailsHistory.number(file.id()), file.id()));
        return Reading.byId(
                files,
                rows.stream()
                        .map(row -> Applied.of(id(files, numbers, row.text("name")), state(row), row))
                        .toList());
    }

    private String id(MigrationFiles files, Map<String, String> numbers, String name) {
        if (files.withId(name).isPresent()) {
            return name;
        }
        var file = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.sql$", "");
        return described.file().isEmpty() && files.withId(file).isPresent()
                ? file
                : numbers.getOrDefault(RailsHistory.number(name), name);
    }

    private State state(Row row) {
        return described.success().isEmpty()
                ? State.FINISHED
                : row.optional("success")
                        .map(flag -> List.of("t", "true", "y", "yes", "on", "1").contains(flag)
                                ? State.FINISHED
                                : State.FAILED)
                        .orElse(State.UNFINISHED);
    }

    /** Columns that are described and that a table has not, or of types that do not fit. */
    List<String> lacking(TableShape table) {
        return Stream.concat(
                        columns().filter(column -> !table.has(column)),
                        described.at().stream()
                                .filter(table::has)
                                .filter(column -> !table.is(column, "timestamp") && !table.is(column, "date"))
                                .map(column -> column + " (as a time)"))
                .toList();
    }

    private Stream<String> columns() {
        return Stream.of(Optional.of(described.name()), described.at(), described.checksum(), described.success())
                .flatMap(Optional::stream);
    }

    /** What stands in for the table where migrations refer to it. */
    String create(HistoryTable table) {
        return "CREATE TABLE %s (%s text PRIMARY KEY%s%s%s)"
                .formatted(
                        table.quoted(),
                        column(described.name()),
                        described
                                .at()
                                .map(name -> ", " + column(name) + " timestamptz DEFAULT now()")
                                .orElse(""),
                        described
                                .checksum()
                                .map(name -> ", " + column(name) + " text")
                                .orElse(""),
                        described
                                .success()
                                .map(name -> ", " + column(name) + " boolean")
                                .orElse(""));
    }
}
