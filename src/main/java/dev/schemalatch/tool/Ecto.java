package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.List;
import java.util.Optional;

/** Ecto's migrations (Ecto.Migration.SchemaMigration), as read in ecto_sql 3.13. */
final class Ecto implements MigrationTool {

    @Override
    public String name() {
        return "Ecto";
    }

    @Override
    public String layout() {
        return "Ecto: priv/repo/migrations/<version>_<name>.exs with use Ecto.Migration";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new EctoFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return new EctoFiles(project.bundle()).migrations();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), "schema_migrations"));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.is("version", "bigint") && table.is("inserted_at", "timestamp");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
                SELECT version::text AS version, extract(epoch FROM inserted_at) AS ended, age(xmin) AS age
                FROM %s
                ORDER BY %1$s.version""".formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return Reading.byId(
                files,
                rows.stream()
                        .map(row -> Applied.of(row.text("version"), State.FINISHED, row))
                        .toList());
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return List.of(
                table.createSchema(),
                "CREATE TABLE %s (version bigint, inserted_at timestamp(0), PRIMARY KEY (version))"
                        .formatted(table.quoted()));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new RowCommands(
                "mix ecto.migrate",
                table,
                name -> List.of(
                        new RowCommands.Cell(
                                "version",
                                SqlText.literal(
                                        files.named(name).map(Migration::id).orElse(name))),
                        new RowCommands.Cell("inserted_at", "now() AT TIME ZONE 'UTC'")));
    }
}
