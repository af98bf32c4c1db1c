package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.history.History;
import dev.schemalatch.tool.Applied;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.MigrationTool;
import java.util.List;

/**
 * What a tool's own table held at one moment: any files can be held against it later.
 *
 * @param entries or the reason why the table could not be read
 */
record Ledger(MigrationTool tool, HistoryTable table, Finding<Entries> entries) {

    /** What there was to read. */
    sealed interface Entries {

        List<Applied> rows();

        /** @param migrating whether the tool was at work */
        record Rows(List<Applied> rows, boolean migrating) implements Entries {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /** No table yet. */
        record NoTable(boolean databaseEmpty) implements Entries {
            @Override
            public List<Applied> rows() {
                return List.of();
            }
        }
    }

    /** The rows; none where there is no table, or where it may not be read. */
    List<Applied> rows() {
        return entries.known().map(Entries::rows).orElse(List.of());
    }

    /**
     * Holds files against the rows.
     *
     * @throws FailedException where the rows are not known, or are another tool's
     */
    History against(Shipped files) {
        if (!files.tool().name().equals(tool.name())) {
            throw FailedException.of(
                    Reason.ToolUnsupported,
                    "%s holds migrations of %s, the history table %s is of %s."
                            .formatted(files.origin(), files.tool().name(), table, tool.name()));
        }
        return switch (entries.orThrow()) {
            case Entries.Rows(List<Applied> rows, boolean migrating) ->
                History.compare(tool, files.migrations(), rows, migrating);
            case Entries.NoTable(boolean empty) -> History.withoutTable(files.migrations(), empty);
        };
    }
}
