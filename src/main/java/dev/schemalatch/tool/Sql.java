package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program of one's own that runs a folder of files and keeps a table of them.
 *
 * @param said how the table is to be read; empty until its user says it
 */
record Sql(Optional<DescribedTable> said) implements MigrationTool {

    Sql() {
        this(Optional.empty());
    }

    @Override
    public String name() {
        return "Sql";
    }

    @Override
    public String layout() {
        return "Sql: *.sql, and a table that is described (only where the tool is named)";
    }

    @Override
    public MigrationTool with(Options options) {
        return new Sql(options.table().or(() -> said));
    }

    /** Any tool may write such files. */
    @Override
    public Claim claims(Bundle bundle) {
        return Claim.NONE;
    }

    @Override
    public MigrationFiles files(Project project) {
        var described = project.options()
                .table()
                .or(() -> said)
                .orElseThrow(() -> FailedException.of(
                        Reason.SpecInvalid,
                        "The tool Sql needs a table to be described: spec.migrations.sql in a resource, --sql-table and --sql-name on the"
                                + " command line."));
        return new SqlFiles(project.bundle(), described).migrations();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(described(connectionSchema).table());
    }

    private DescribedTable described(Optional<String> schema) {
        return said.orElseGet(
                () -> DescribedTable.of(new HistoryTable(schema.orElse("public"), "schema_migrations"), "version"));
    }

    private SqlHistory history() {
        return new SqlHistory(described(Optional.empty()));
    }

    @Override
    public boolean keeps(TableShape table) {
        return said.isPresent() && history().lacking(table).isEmpty();
    }

    @Override
    public Optional<String> lacking(TableShape table) {
        return Optional.of(String.join(", ", history().lacking(table))).filter(columns -> !columns.isEmpty());
    }

    @Override
    public Query history(HistoryTable table) {
        return history().query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return history().read(files, rows);
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return List.of(table.createSchema(), history().create(table));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        var described = described(Optional.empty());
        return new RowCommands("# run your own program that applies these files", table, name -> {
            var cells = new ArrayList<RowCommands.Cell>();
            var file = files.named(name);
            cells.add(new RowCommands.Cell(
                    described.name(), SqlText.literal(file.map(Migration::id).orElse(name))));
            described.at().ifPresent(column -> cells.add(new RowCommands.Cell(column, "now()")));
            described.checksum().ifPresent(column -> described
                    .algorithm()
                    .flatMap(algorithm -> file.flatMap(one -> algorithm.usual(one.checksums())))
                    .ifPresent(sum -> cells.add(new RowCommands.Cell(column, SqlText.literal(sum)))));
            described.success().ifPresent(column -> cells.add(new RowCommands.Cell(column, "true")));
            return cells;
        });
    }
}
