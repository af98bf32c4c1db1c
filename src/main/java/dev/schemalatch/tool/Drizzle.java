package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Drizzle's migrations of SQL, with a journal as drizzle-orm 0.x reads them, or in folders as 1.0 does. */
final class Drizzle implements MigrationTool {

    @Override
    public String name() {
        return "Drizzle";
    }

    @Override
    public String layout() {
        return DrizzleFiles.LAYOUT;
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new DrizzleFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return new DrizzleFiles(project.bundle()).read();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return Stream.concat(
                        Stream.of(new HistoryTable(DrizzleHistory.SCHEMA, DrizzleHistory.TABLE)),
                        HistoryTable.in(connectionSchema, DrizzleHistory.TABLE).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("id", "hash", "created_at") && table.is("created_at", "bigint");
    }

    @Override
    public Query history(HistoryTable table) {
        return DrizzleHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        var matched = DrizzleMatch.of(files, rows);
        return new Reading(
                files.migrations(),
                matched.stream().map(DrizzleMatch.Matched::applied).toList(),
                new DrizzleNotes(files, matched).all());
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return DrizzleHistory.create(table);
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return table.schema().equals(DrizzleHistory.SCHEMA)
                ? OwnObjects.schema(table, DrizzleHistory.SCHEMA)
                : OwnObjects.tables(table);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqlCommands(
                "npx drizzle-kit migrate", migration -> files.named(migration).flatMap(file -> insert(file, table)));
    }

    private static Optional<String> insert(Migration file, HistoryTable table) {
        return file.checksums().stream()
                .filter(hash -> file.id().matches("\\d+"))
                .findFirst()
                .map(hash -> DrizzleFiles.isInFolder(file)
                        ? "INSERT INTO %s (hash, created_at, name) VALUES ('%s', %s, %s)"
                                .formatted(table.quoted(), hash, file.id(), SqlText.literal(file.name()))
                        : "INSERT INTO %s (hash, created_at) VALUES ('%s', %s)"
                                .formatted(table.quoted(), hash, file.id()));
    }
}
