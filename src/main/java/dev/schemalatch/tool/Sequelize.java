package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Migrations of sequelize-cli 6, and of Umzug with its {@code SequelizeStorage}. */
final class Sequelize implements MigrationTool {

    /** As sequelize-cli and as Umzug's {@code create} call them: {@code 20240101000000-x.js}, {@code 2024.01.01T00.00.00.x.js}. */
    private static final Pattern CALLED = Pattern.compile("^(\\d+-|\\d{4}\\.\\d\\d\\.\\d\\dT)");

    private static final Set<String> COLUMNS = Set.of("name", "createdAt", "updatedAt");

    @Override
    public String name() {
        return "Sequelize";
    }

    @Override
    public String layout() {
        return "Sequelize: <time>-<name>.js (.cjs, .ts) in one folder";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return Program.SEQUELIZE.claim(bundle, folder(bundle).anywhere(), CALLED);
    }

    private static ProgramFolder folder(Bundle bundle) {
        return new ProgramFolder(bundle, ProgramFolder.EXTENSIONS);
    }

    @Override
    public MigrationFiles files(Project project) {
        return MigrationFiles.of(folder(project.bundle()).paths(layout()).stream()
                .map(path -> new Migration(ProgramFolder.name(path), path, Program.content(path)))
                .sorted(ProgramFolder.BY_NAME)
                .toList());
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return HistoryTable.in(connectionSchema, "SequelizeMeta");
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("name") && COLUMNS.containsAll(table.columns().keySet());
    }

    /** By name: there are times only where somebody asked for them ({@code db:migrate:schema:timestamps:add}). */
    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
            SELECT h.*
            FROM (SELECT NULL::timestamptz AS "createdAt") AS absent
            CROSS JOIN LATERAL (
              SELECT name::text AS name,
                     CASE WHEN isfinite("createdAt") THEN extract(epoch FROM "createdAt") END AS ended,
                     age(xmin) AS age
              FROM %s
              WHERE name IS NOT NULL
            ) AS h
            ORDER BY h.name COLLATE pg_catalog."C\"\
            """.formatted(table.quoted()));
    }

    /** What sequelize-cli records has its extension; what lacks one is of an Umzug that was told to leave it out. */
    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return Reading.byId(
                files,
                rows.stream()
                        .map(row -> Applied.of(recorded(row.text("name"), files), Applied.State.FINISHED, row))
                        .toList());
    }

    private static String recorded(String name, MigrationFiles files) {
        return files.withId(name).isPresent()
                ? name
                : files.migrations().stream()
                        .map(Migration::name)
                        .filter(file -> ProgramFolder.stem(file).equals(name))
                        .findFirst()
                        .orElse(name);
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return table.created("CREATE TABLE %s (name varchar(255) NOT NULL PRIMARY KEY)".formatted(table.quoted()));
    }

    /** With what {@code db:migrate:schema:timestamps:add} leaves behind. */
    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.beside(table, table.name() + "Backup");
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqlCommands(
                "npx sequelize-cli db:migrate",
                migration -> Optional.of(
                        "INSERT INTO %s (name) VALUES (%s)".formatted(table.quoted(), SqlText.literal(migration))));
    }
}
