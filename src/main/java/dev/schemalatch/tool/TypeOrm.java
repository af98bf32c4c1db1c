package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** TypeORM's migrations, as {@code MigrationExecutor} of 1.1 reads them: classes, whose names end in thirteen digits. */
final class TypeOrm implements MigrationTool {

    private static final Pattern CALLED = Pattern.compile("^\\d{13}-");

    @Override
    public String name() {
        return "TypeOrm";
    }

    @Override
    public String layout() {
        return "TypeOrm: <13 digits>-<name>.ts (.js ...) in one folder, with a class each";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return Program.TYPEORM.claim(bundle, folder(bundle).anywhere(), CALLED);
    }

    private static ProgramFolder folder(Bundle bundle) {
        return new ProgramFolder(bundle, ProgramFolder.EXTENSIONS);
    }

    @Override
    public MigrationFiles files(Project project) {
        return new TypeOrmFiles(project.bundle(), folder(project.bundle()).paths(layout())).read();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return HistoryTable.in(connectionSchema, "migrations");
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("id", "timestamp", "name") && table.is("timestamp", "bigint");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
            SELECT name::text AS name, age(xmin) AS age
            FROM %s
            WHERE name IS NOT NULL
            ORDER BY id\
            """.formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return Reading.byId(
                files,
                rows.stream()
                        .map(row -> Applied.of(row.text("name"), Applied.State.FINISHED, row))
                        .toList());
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return table.created(
                "CREATE TABLE %s (id serial NOT NULL PRIMARY KEY, \"timestamp\" bigint NOT NULL, name varchar NOT NULL)"
                        .formatted(table.quoted()));
    }

    /** With what it remembers of views and generated columns. */
    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.beside(table, "typeorm_metadata");
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqlCommands(
                "npx typeorm migration:run --dataSource path/to/data-source",
                migration -> TypeOrmFiles.time(migration).stream()
                        .mapToObj(time -> "INSERT INTO %s (\"timestamp\", name) VALUES (%d, %s)"
                                .formatted(table.quoted(), time, SqlText.literal(migration)))
                        .findFirst());
    }
}
