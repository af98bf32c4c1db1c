package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;
import java.time.Duration;
import java.util.List;

/**
 * Two databases to compare, without any history.
 *
 * @param expected the one that is right
 * @param actual the one that is asked about
 * @param schemas what to compare; empty means every schema of either that is not PostgreSQL's own
 * @param ignore what to leave out of the comparison
 * @param timeout wall clock of the whole comparison
 */
public record DiffRequest(
        ConnectionSettings expected,
        ConnectionSettings actual,
        List<String> schemas,
        List<IgnoreRule> ignore,
        Duration timeout) {

    public DiffRequest {
        schemas = List.copyOf(schemas);
        ignore = List.copyOf(ignore);
    }
}
