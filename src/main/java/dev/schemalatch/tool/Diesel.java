package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.Applied.State;
import java.util.List;
import java.util.Optional;

/** Diesel's migrations, of its versions 1 and 2 ({@code diesel_migrations}). */
final class Diesel implements MigrationTool {

    @Override
    public String name() {
        return "Diesel";
    }

    @Override
    public String layout() {
        return "Diesel: <version>_<name>/up.sql";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new DieselFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return MigrationFiles.of(new DieselFiles(project.bundle()).migrations());
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), "__diesel_schema_migrations"));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("version", "run_on");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
            SELECT version AS id, CASE WHEN isfinite(run_on) THEN extract(epoch FROM run_on) END AS ended, age(xmin) AS age
            FROM %s
            ORDER BY run_on, version COLLATE "C\"\
            """.formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return Reading.byId(
                files,
                rows.stream()
                        .map(row -> Applied.of(row.text("id"), State.FINISHED, row))
                        .toList());
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return List.of("""
            CREATE TABLE %s (
                version VARCHAR(50) PRIMARY KEY NOT NULL,
                run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
            )\
            """.formatted(table.quoted()));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqlCommands("diesel migration run", migration -> files.named(migration)
                .map(folder -> "INSERT INTO %s (version) VALUES (%s)"
                        .formatted(table.quoted(), SqlText.literal(folder.id()))));
    }
}
