package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Migrations of Hasura's command line, versions 1 and 2. It takes no lock. */
final class Hasura implements MigrationTool {

    static final String SCHEMA = "hdb_catalog";

    @Override
    public String name() {
        return "Hasura";
    }

    @Override
    public String layout() {
        return "Hasura: <version>_<name>/up.sql, or <version>_<name>.up.sql";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new HasuraFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return new HasuraFiles(project.bundle()).read();
    }

    /** Up to version 1.3 a table; since then a document beside the server's version. */
    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(new HistoryTable(SCHEMA, HasuraHistory.STATE), new HistoryTable(SCHEMA, HasuraHistory.TABLE));
    }

    @Override
    public boolean keeps(TableShape table) {
        return table.is("cli_state", "jsonb")
                || table.table().schema().equals(SCHEMA)
                        && table.is("version", "bigint")
                        && table.is("dirty", "boolean");
    }

    @Override
    public Query history(HistoryTable table) {
        return HasuraHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return new HasuraHistory(rows).read(files);
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return HasuraHistory.create(table);
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return new OwnObjects(Set.of(table), new TreeSet<>(Set.of(SCHEMA, "hdb_views")));
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new HasuraCommands(files, table);
    }
}
