package dev.schemalatch.check;

import dev.schemalatch.tool.HistoryTable;
import java.util.Optional;

/**
 * What a user says of the migration tool.
 *
 * @param tool its name; empty means that the layout decides
 * @param historyTable where the tool's default is not used
 */
public record ToolChoice(Optional<String> tool, Optional<HistoryTable> historyTable) {

    /** All is left to the files and the tool. */
    public static ToolChoice auto() {
        return new ToolChoice(Optional.empty(), Optional.empty());
    }
}
