package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knex's migrations, as {@code lib/migrations/migrate} of 3.3 reads them: a file's name with its extension is what is recorded. */
final class Knex implements MigrationTool {

    private static final Pattern CALLED = Pattern.compile("^\\d+_");

    /** Its {@code DEFAULT_LOAD_EXTENSIONS}, and those of modules. */
    private static final Set<String> EXTENSIONS = Stream.concat(
                    ProgramFolder.EXTENSIONS.stream(),
                    Stream.of(".co", ".coffee", ".eg", ".iced", ".litcoffee", ".ls", ".lisp"))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public String name() {
        return "Knex";
    }

    @Override
    public String layout() {
        return "Knex: <number>_<name>.js (.ts, .cjs, .mjs ...) in one folder";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return Program.KNEX.claim(bundle, folder(bundle).anywhere(), CALLED);
    }

    private static ProgramFolder folder(Bundle bundle) {
        return new ProgramFolder(bundle, EXTENSIONS);
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
        return HistoryTable.in(connectionSchema, "knex_migrations");
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("id", "name", "batch", "migration_time");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
            SELECT name::text AS name,
                   CASE WHEN isfinite(migration_time) THEN extract(epoch FROM migration_time) END AS ended,
                   age(xmin) AS age
            FROM %s
            WHERE name IS NOT NULL
            ORDER BY id\
            """.formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        var reading = Reading.byId(
                files,
                rows.stream()
                        .map(row -> Applied.of(row.text("name"), Applied.State.FINISHED, row))
                        .toList());
        return reading.noting(new KnexRefusal(reading).notes());
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        var lock = lockTable(table);
        return Optional.of(new Lock.InTable(
                lock,
                Query.of("SELECT is_locked FROM " + lock.quoted() + " WHERE is_locked <> 0"),
                "npx knex migrate:unlock"));
    }

    private static HistoryTable lockTable(HistoryTable table) {
        return new HistoryTable(table.schema(), table.name() + "_lock");
    }

    /** {@code table-creator.js}. */
    @Override
    public List<String> createHistory(HistoryTable table) {
        return table.created(
                "CREATE TABLE %s (id serial PRIMARY KEY, name varchar(255), batch integer, migration_time timestamptz)"
                        .formatted(table.quoted()),
                "CREATE TABLE %s (index serial PRIMARY KEY, is_locked integer)"
                        .formatted(lockTable(table).quoted()),
                "INSERT INTO %s (is_locked) VALUES (0)"
                        .formatted(lockTable(table).quoted()));
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.beside(table, lockTable(table).name());
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqlCommands(
                "npx knex migrate:latest",
                migration -> Optional.of(
                        "INSERT INTO %1$s (name, batch, migration_time) SELECT %2$s, coalesce(max(batch), 0) + 1, now() FROM %1$s"
                                .formatted(table.quoted(), SqlText.literal(migration))));
    }
}
