package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Rails' migrations (ActiveRecord), as version 6.1 behaves and 8.0 still does. */
final class Rails implements MigrationTool {

    /** {@code MIGRATOR_SALT} of ActiveRecord::Migrator. */
    private static final long SALT = 2053462845L;

    @Override
    public String name() {
        return "Rails";
    }

    @Override
    public String layout() {
        return "Rails: db/migrate/<version>_<name>.rb of ActiveRecord::Migration, with db/structure.sql where there is one";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new RailsFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return new RailsFiles(project.bundle()).migrations();
    }

    @Override
    public Optional<SchemaFile> schema(Project project) {
        var files = new RailsFiles(project.bundle());
        var shipped =
                files.migrations().migrations().stream().map(Migration::id).collect(Collectors.toSet());
        return files.structure().filter(structure -> structure.holds(shipped)).map(RailsStructure::file);
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), RailsHistory.TABLE));
    }

    @Override
    public List<String> neighbours() {
        return List.of(RailsHistory.METADATA);
    }

    /** dbmate's looks the same; that one has no {@code ar_internal_metadata} beside it. */
    @Override
    public boolean keeps(TableShape table) {
        return table.columns().size() == 1 && table.is("version", "character varying");
    }

    @Override
    public Query history(HistoryTable table) {
        return RailsHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return RailsHistory.read(files, rows);
    }

    /** {@code generate_migrator_advisory_lock_id}. */
    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        var crc = new CRC32();
        crc.update(database.getBytes(StandardCharsets.UTF_8));
        return Optional.of(new Lock.Advisory(SALT * crc.getValue()));
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return RailsHistory.create(table);
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.beside(table, RailsHistory.METADATA);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new RowCommands(
                "bin/rails db:migrate",
                table,
                name -> List.of(new RowCommands.Cell(
                        "version",
                        SqlText.literal(files.named(name).map(Migration::id).orElse(name)))));
    }
}
