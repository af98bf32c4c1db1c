package dev.schemalatch.check;

import dev.schemalatch.tool.HistoryTable;
import dev.schemalatch.tool.Options;
import java.util.Optional;

/**
 * What a user says of the migration tool.
 *
 * @param tool its name; empty means that files and database decide
 * @param historyTable where the tool's default is not used
 * @param options what no file says of how the migrations are run
 * @param schema what says which schema is expected, where the migrations are not replayed
 */
public record ToolChoice(
        Optional<String> tool, Optional<HistoryTable> historyTable, Options options, Optional<SchemaSource> schema) {

    /** A tool and its table, and nothing else. */
    public ToolChoice(Optional<String> tool, Optional<HistoryTable> historyTable) {
        this(tool, historyTable, Options.none(), Optional.empty());
    }

    /** All is left to the files and the tool. */
    public static ToolChoice auto() {
        return new ToolChoice(Optional.empty(), Optional.empty());
    }

    /** The same with what no file says. */
    public ToolChoice with(Options said) {
        return new ToolChoice(tool, historyTable, said, schema);
    }

    /** The same with what says which schema is expected. */
    public ToolChoice expecting(Optional<SchemaSource> said) {
        return new ToolChoice(tool, historyTable, options, said);
    }
}
