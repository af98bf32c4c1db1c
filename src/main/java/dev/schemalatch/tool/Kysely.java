package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Migrations of Kysely's {@code Migrator} with its {@code FileMigrationProvider}, as of 0.29. */
final class Kysely implements MigrationTool {

    /** The key of {@code pg_advisory_lock} in {@code postgres-adapter.ts}. */
    private static final long LOCK = 3853314791062309107L;

    private static final Pattern CALLED = Pattern.compile("^\\d[\\dT:.-]*[_-]");

    @Override
    public String name() {
        return "Kysely";
    }

    @Override
    public String layout() {
        return "Kysely: <number or date>_<name>.ts (.js, .mjs ...) in one folder";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return Program.KYSELY.claim(bundle, folder(bundle).anywhere(), CALLED);
    }

    private static ProgramFolder folder(Bundle bundle) {
        return new ProgramFolder(bundle, ProgramFolder.EXTENSIONS);
    }

    @Override
    public MigrationFiles files(Project project) {
        return new KyselyFiles(project.bundle(), folder(project.bundle()).paths(layout())).read();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return HistoryTable.in(connectionSchema, "kysely_migration");
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.has("name", "timestamp") && !table.has("id") && !table.is("timestamp", "timestamp");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of("""
            SELECT name::text AS name, "timestamp"::text AS at, age(xmin) AS age
            FROM %s
            ORDER BY 2, 1\
            """.formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return new KyselyHistory(files, rows).reading();
    }

    @Override
    public Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.of(new Lock.Advisory(LOCK));
    }

    /** {@code migrator.ts}. */
    @Override
    public List<String> createHistory(HistoryTable table) {
        return table.created(
                "CREATE TABLE %s (name varchar(255) NOT NULL PRIMARY KEY, \"timestamp\" varchar(255) NOT NULL)"
                        .formatted(table.quoted()),
                "CREATE TABLE %s (id varchar(255) NOT NULL PRIMARY KEY, is_locked integer NOT NULL DEFAULT 0)"
                        .formatted(new HistoryTable(table.schema(), table.name() + "_lock").quoted()));
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.beside(table, table.name() + "_lock");
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SqlCommands(
                "npx kysely migrate latest",
                migration -> Optional.of(("INSERT INTO %s (name, \"timestamp\") VALUES"
                                + " (%s, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'))")
                        .formatted(table.quoted(), SqlText.literal(migration))));
    }
}
