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

    /** Whether the files look like this tool's, for {@code Auto}. */
    boolean recognizes(Bundle bundle);

    /**
     * The migrations in the order in which the tool applies them.
     *
     * @return none where the files are this tool's and hold no migration yet
     * @throws dev.schemalatch.failure.FailedException where the files are not this tool's layout, name a migration twice, or
     *     are of a version of the tool that is not read
     */
    List<Migration> migrations(Bundle bundle);

    /** Where the tool keeps its history, given the schema that the connection names or the tool's default. */
    HistoryTable historyTable(Optional<String> connectionSchema);

    /** Other tables that tell of this tool in a version that is not read, with what to say about them. */
    List<ForeignHistory> foreignHistories();

    /** The statement that reads the history table, oldest row first, with {@code age(xmin)} as {@code age}. */
    Query history(HistoryTable table);

    /** A history row as the tool reads it. */
    Applied applied(Row row);

    /** Whether the file still has the content that the history row was written for. */
    boolean unchanged(Applied applied, Migration migration);

    /** The advisory lock that the tool holds while it applies migrations, where it takes one. */
    Optional<Long> advisoryLock();

    /** The statements that create the tool's own tables, empty, before a replay: migrations may refer to them. */
    List<String> createHistory(HistoryTable table);

    /** The tool's own commands, as its users type them. */
    Commands commands();

    /** What the tool offers for putting its history right. */
    interface Commands {

        /** Applies what is pending. */
        String deploy();

        /** Records a migration as applied without running it. */
        String markApplied(String migration);

        /** Records a failed migration as undone, so that it can run again. */
        String markRolledBack(String migration);
    }

    /**
     * A table of the tool that is recognised but not read.
     *
     * @param message what to tell the user
     */
    record ForeignHistory(HistoryTable table, String message) {}
}
