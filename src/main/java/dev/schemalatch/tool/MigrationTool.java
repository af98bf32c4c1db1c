package dev.schemalatch.tool;

import dev.schemalatch.source.Bundle;
import dev.schemalatch.sql.Query;
import dev.schemalatch.sql.Row;
import java.util.List;
import java.util.Optional;

/** Everything Schemalatch knows about one migration tool. */
public interface MigrationTool {

    /** As users write it in {@code spec.migrations.tool}: {@code Prisma}. */
    String name();

    /** What its files look like, for messages: {@code Prisma: <name>/migration.sql in folders ...}. */
    String layout();

    /** The same tool as its user describes it, for what no file says. */
    default MigrationTool with(Options options) {
        return this;
    }

    /** Whether the files look like this tool's, for {@code Auto}. */
    Claim claims(Bundle bundle);

    /**
     * What the files hold.
     *
     * @throws dev.schemalatch.failure.FailedException where the files are not this tool's layout, name a migration twice, or
     *     are of a version of the tool that is not read
     */
    MigrationFiles files(Project project);

    /** A file of the project that makes the whole schema, where it has one: for migrations that are programs. */
    default Optional<SchemaFile> schema(Project project) {
        return Optional.empty();
    }

    /** Where the tool may keep its history, likeliest first, given the schema that the connection names. */
    List<HistoryTable> historyTables(Optional<String> connectionSchema);

    /** Where the project's own configuration says that the history is; asked before it is settled whose the files are. */
    default Optional<HistoryTable> configuredTable(Project project) {
        return Optional.empty();
    }

    /** The search path of the tool's connection, the default schema first. */
    default List<String> searchPath(String schema) {
        return List.of(schema);
    }

    /** Names of tables that stand beside the history of this tool or of another whose history has the same name. */
    default List<String> neighbours() {
        return List.of();
    }

    /** Whether a table is this tool's history, by its columns: several tools call theirs alike. */
    boolean keeps(TableShape table);

    /** Columns that a table would need to be this tool's history, where its user named them. */
    default Optional<String> lacking(TableShape table) {
        return Optional.empty();
    }

    /** Other tables that tell of this tool in a version that is not read, with what to say about them. */
    default List<ForeignHistory> foreignHistories() {
        return List.of();
    }

    /** The statement that reads the history table, oldest row first, with {@code age(xmin)} as {@code age}. */
    Query history(HistoryTable table);

    /** What files and rows say together; no rows where there is no table. */
    Reading read(MigrationFiles files, List<Row> rows);

    /** What the tool holds while it applies migrations, where it takes a lock at all. */
    default Optional<Lock> lock(HistoryTable table, String database) {
        return Optional.empty();
    }

    /** The statements that create the tool's own tables, empty, before a replay: migrations may refer to them. */
    List<String> createHistory(HistoryTable table);

    /** What the tool makes for itself, beside what migrations make. */
    default OwnObjects ownObjects(HistoryTable table) {
        return OwnObjects.tables(table);
    }

    /** The tool's own commands, as its users type them. */
    Commands commands(MigrationFiles files, HistoryTable table);

    /** What the tool offers for putting its history right; empty where it offers nothing. */
    interface Commands {

        /** Applies what is pending. */
        String deploy();

        /** Records a migration as applied without running it. */
        Optional<String> markApplied(String migration);

        /** Records a failed migration as undone, so that it can run again. */
        Optional<String> markRolledBack(String migration);
    }

    /**
     * A table of the tool that is recognised but not read.
     *
     * @param message what to tell the user
     */
    record ForeignHistory(HistoryTable table, String message) {}
}
