package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** Alembic, the migrations of SQLAlchemy, as version 1.20 behaves. */
final class Alembic implements MigrationTool {

    @Override
    public String name() {
        return "Alembic";
    }

    @Override
    public String layout() {
        return "Alembic: versions/<revision>_<slug>.py with revision and down_revision";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new AlembicFiles(bundle).recognized() ? Claim.CERTAIN : Claim.NONE;
    }

    @Override
    public MigrationFiles files(Project project) {
        return new AlembicFiles(project.bundle()).migrations();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), AlembicHistory.TABLE));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("version_num");
    }

    @Override
    public Query history(HistoryTable table) {
        return AlembicHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return AlembicHistory.read(files, rows);
    }

    /** As {@code MigrationContext} creates it. */
    @Override
    public List<String> createHistory(HistoryTable table) {
        return List.of(
                table.createSchema(),
                "CREATE TABLE %s (version_num VARCHAR(32) NOT NULL, CONSTRAINT %s PRIMARY KEY (version_num))"
                        .formatted(table.quoted(), HistoryTable.quoted(table.name() + "_pkc")));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new AlembicCommands(files);
    }
}
