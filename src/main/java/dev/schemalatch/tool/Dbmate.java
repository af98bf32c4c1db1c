package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** dbmate, versions 1 and 2. It takes no lock. */
final class Dbmate implements MigrationTool {

    /** As {@code New} in {@code pkg/dbmate/db.go}. */
    private static final String TABLE = "schema_migrations";

    @Override
    public String name() {
        return "Dbmate";
    }

    @Override
    public String layout() {
        return "Dbmate: <version>_<name>.sql with lines '-- migrate:up'";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new DbmateFiles(bundle).annotated().candidates().isEmpty() ? Claim.NONE : Claim.CERTAIN;
    }

    @Override
    public MigrationFiles files(Project project) {
        return new DbmateFiles(project.bundle()).read();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(connectionSchema.orElse("public"), TABLE));
    }

    /** Rails has such a table too, and one beside it. */
    @Override
    public List<String> neighbours() {
        return List.of("ar_internal_metadata");
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.is("version", "character varying")
                && table.columns().size() == 1
                && !table.neighbours().contains("ar_internal_metadata");
    }

    @Override
    public Query history(HistoryTable table) {
        return Query.of(
                "SELECT version, age(xmin) AS age FROM %s ORDER BY version COLLATE \"C\"".formatted(table.quoted()));
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        var applied = rows.stream()
                .map(row -> Applied.of(row.text("version"), Applied.State.FINISHED, row))
                .toList();
        return Reading.byId(files, applied).noting(outOfOrder(files, applied));
    }

    private static List<String> outOfOrder(MigrationFiles files, List<Applied> applied) {
        var versions = applied.stream().map(Applied::name).toList();
        var last = files.migrations().stream()
                .map(Migration::id)
                .filter(versions::contains)
                .reduce("", (earlier, later) -> later);
        List<String> notes = new ArrayList<>();
        for (var migration : files.migrations()) {
            if (!versions.contains(migration.id()) && migration.id().compareTo(last) < 0) {
                notes.add(
                        "%s: older than version %s, which is applied; dbmate applies it all the same, but for --strict"
                                .formatted(migration.name(), last));
            }
        }
        return notes;
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return OwnSchema.before(table, "create table %s (version varchar primary key)".formatted(table.quoted()));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new DbmateCommands(files, table);
    }
}
