package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** Migrations of the Supabase command line ({@code pkg/migration} of its source). */
final class Supabase implements MigrationTool {

    private static final HistoryTable TABLE = new HistoryTable("supabase_migrations", "schema_migrations");

    @Override
    public String name() {
        return "Supabase";
    }

    @Override
    public String layout() {
        return "Supabase: supabase/migrations/<timestamp>_<name>.sql";
    }

    @Override
    public Claim claims(Bundle bundle) {
        return new SupabaseFiles(bundle).claim();
    }

    @Override
    public MigrationFiles files(Project project) {
        return new SupabaseFiles(project.bundle()).files();
    }

    @Override
    public List<HistoryTable> historyTables(Optional<String> connectionSchema) {
        return List.of(TABLE);
    }

    // old versions made no columns but the version
    @Override
    public boolean keeps(TableShape table) {
        return table.table().schema().equals(TABLE.schema()) && table.is("version", "text");
    }

    @Override
    public List<String> searchPath(String schema) {
        return List.of(schema, "extensions");
    }

    @Override
    public Query history(HistoryTable table) {
        return SupabaseHistory.query(table);
    }

    @Override
    public Reading read(MigrationFiles files, List<Row> rows) {
        return new SupabaseHistory(files, rows).read();
    }

    @Override
    public List<String> createHistory(HistoryTable table) {
        return SupabaseServer.prepare(table);
    }

    @Override
    public OwnObjects ownObjects(HistoryTable table) {
        return SupabaseServer.own(table);
    }

    @Override
    public Commands commands(MigrationFiles files, HistoryTable table) {
        return new SupabaseCommands(files);
    }

    /** Supabase's commands as they are typed in a linked project. */
    private record SupabaseCommands(MigrationFiles files) implements Commands {

        @Override
        public String deploy() {
            return "supabase db push";
        }

        @Override
        public Optional<String> markApplied(String migration) {
            return files.named(migration)
                    .map(file -> "supabase migration repair --status applied" + ShellWord.argument(file.id()));
        }

        /** Supabase records nothing of a migration that fails. */
        @Override
        public Optional<String> markRolledBack(String migration) {
            return Optional.empty();
        }
    }
}
