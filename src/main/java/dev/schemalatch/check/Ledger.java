package dev.schemalatch.check;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.sql.Row;
import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Lock;
import dev.schemalatch.tool.MigrationTool;
import dev.schemalatch.tool.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What a tool's own table held at one moment: any files can be held against it later.
 *
 * @param entries or the reason why the table could not be read
 */
record Ledger(MigrationTool tool, HistoryTable table, Finding<Entries> entries) {

    /** What there was to read. */
    sealed interface Entries {

        List<Row> rows();

        /** @param lock of the tool, where somebody held it */
        record Rows(List<Row> rows, Optional<Held> lock) implements Entries {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /** No table yet. */
        record NoTable(boolean databaseEmpty) implements Entries {
            @Override
            public List<Row> rows() {
                return List.of();
            }
        }
    }

    /**
     * Somebody holds the tool's lock.
     *
     * @param note what is to be said of one that stays behind where its holder dies
     */
    record Held(Optional<String> note) {

        static String note(Lock.InTable lock, Row row) {
            return "lock %s: held%s%s; where no process is at work any more, take it away: %s"
                    .formatted(
                            lock.table(),
                            row.instant("since").map(since -> " since " + since).orElse(""),
                            row.optional("holder")
                                    .map(holder -> " by " + holder)
                                    .orElse(""),
                            lock.release());
        }
    }

    /**
     * Files and rows as the tool reads them.
     *
     * @throws FailedException where the rows are not known
     */
    Reading reading(Shipped files) {
        return tool.read(files.files(), entries.orThrow().rows());
    }

    /**
     * Holds files against the rows.
     *
     * @throws FailedException where the rows are not known
     */
    History against(Shipped files) {
        return history(reading(files));
    }

    /** What a reading means. */
    History history(Reading reading) {
        return switch (entries.orThrow()) {
            case Entries.Rows(List<Row> rows, Optional<Held> lock) -> History.compare(reading, lock.isPresent());
            case Entries.NoTable(boolean empty) -> History.withoutTable(reading.shipped(), empty);
        };
    }

    /** What is to be said of a lock. */
    Optional<String> lockNote() {
        return entries.known()
                .flatMap(known -> known instanceof Entries.Rows rows ? rows.lock() : Optional.empty())
                .flatMap(Held::note);
    }
}
