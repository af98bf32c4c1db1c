package dev.schemalatch.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Commands of a tool that has none for recording a migration: the row itself is written, by psql.
 *
 * @param deploy the tool's own command
 * @param cells of the row that says that a migration is applied
 */
record RowCommands(String deploy, HistoryTable table, Function<String, List<Cell>> cells)
        implements MigrationTool.Commands {

    /**
     * A column and what stands in it.
     *
     * @param value as SQL
     */
    record Cell(String column, String value) {}

    @Override
    public Optional<String> markApplied(String migration) {
        var row = cells.apply(migration);
        var sql = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table.quoted(),
                        row.stream()
                                .map(cell -> HistoryTable.quoted(cell.column()))
                                .collect(Collectors.joining(", ")),
                        row.stream().map(Cell::value).collect(Collectors.joining(", ")));
        return Optional.of("psql \"$DATABASE_URL\" -c " + ShellWord.quoted(sql));
    }

    /** What failed leaves no row. */
    @Override
    public Optional<String> markRolledBack(String migration) {
        return Optional.empty();
    }
}
