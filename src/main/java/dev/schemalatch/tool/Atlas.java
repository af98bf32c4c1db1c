package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** Atlas's versioned migrations. */
final class Atlas implements MigrationTool {

    private static final String TABLE = "atlas_schema_revisions";

    /** Where the table stands unless the connection names a schema ({@code revisionSchemaName} in {@code cmdapi/migrate.go}). */
    static final String SCHEMA = "atlas_schema_revisions";

    /** FNV-1, of 32 bits, of {@code atlas_migrate_execute} ({@code Lock} in {@code sql/postgres/driver.go}). */
    private static final long LOCK = 2686470616L;

    @Override
    public String name() {
        return "Atlas";
    }

    @Override
    public String layout() {
        return "Atlas: <version>_<name>.sql with " + AtlasSum.FILE;
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new AtlasFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return new AtlasFiles(project.bundle()).read();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        var own = new HistoryTable(SCHEMA, TABLE);
        return connectionSchema
                .map(schema -> List.of(new HistoryTable(schema, TABLE), own))
                .orElseGet(() -> List.of(own, new HistoryTable("public", TABLE)));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("version", "applied", "total", "hash");
    }

    @Override
    public Query history(HistoryTable table) {
        return AtlasHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return new AtlasReading(files, rows).read();
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(LOCK));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return AtlasHistory.create(table);
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return table.schema().equals(SCHEMA) ? OwnObjects.schema(table, SCHEMA) : OwnObjects.tables(table);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new AtlasCommands(files, table);
    }
}
