package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;
import dev.schemalatch.connection.ConnectionSource;
import dev.schemalatch.source.Source;
import dev.schemalatch.tool.HistoryTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to check.
 *
 * @param name how the session names itself to the server: {@code <namespace>/<name>} or {@code cli}
 * @param database the database in question
 * @param migrations where the migrations are kept
 * @param tool the migration tool's name; empty means that the layout decides
 * @param historyTable where the tool's default is not used
 * @param schemas what to compare; empty means every schema that the migrations or the tool's history live in
 * @param shadow a server where scratch databases may be created; empty means the embedded one
 * @param ignore what to leave out of the comparison
 * @param timeout wall clock of the whole check
 * @param compare what is compared though environments differ in it by right
 * @param planning whether scripts that mend what is found are wanted too
 */
public record CheckRequest(
        String name,
        ConnectionSettings database,
        Source migrations,
        Optional<String> tool,
        Optional<HistoryTable> historyTable,
        List<String> schemas,
        Optional<? extends ConnectionSource> shadow,
        List<IgnoreRule> ignore,
        Duration timeout,
        Set<Compare> compare,
        Planning planning) {

    public CheckRequest {
        schemas = List.copyOf(schemas);
        ignore = List.copyOf(ignore);
        compare = Set.copyOf(compare);
    }

    /** A request for no scripts, that leaves aside in what environments differ. */
    public CheckRequest(
            String name,
            ConnectionSettings database,
            Source migrations,
            Optional<String> tool,
            Optional<HistoryTable> historyTable,
            List<String> schemas,
            Optional<? extends ConnectionSource> shadow,
            List<IgnoreRule> ignore,
            Duration timeout) {
        this(name, database, migrations, tool, historyTable, schemas, shadow, ignore, timeout, Set.of(), Planning.None);
    }

    /** The same for scripts too. */
    public CheckRequest planning(Planning wanted) {
        return new CheckRequest(
                name, database, migrations, tool, historyTable, schemas, shadow, ignore, timeout, compare, wanted);
    }

    /** The same where more is compared. */
    public CheckRequest comparing(Set<Compare> more) {
        return new CheckRequest(
                name, database, migrations, tool, historyTable, schemas, shadow, ignore, timeout, more, planning);
    }
}
