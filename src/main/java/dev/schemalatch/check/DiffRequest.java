package dev.schemalatch.check;

import dev.schemalatch.connection.ConnectionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Two databases to compare, without any history.
 *
 * @param expected the one that is right
 * @param actual the one that is asked about
 * @param schemas what to compare; empty means every schema of either that is not PostgreSQL's own
 * @param ignore what to leave out of the comparison
 * @param timeout wall clock of the whole comparison
 * @param compare what is compared though environments differ in it by right
 * @param planning whether scripts that bring one to the other are wanted too
 */
public record DiffRequest(
        ConnectionSettings expected,
        ConnectionSettings actual,
        List<String> schemas,
        List<IgnoreRule> ignore,
        Duration timeout,
        Set<Compare> compare,
        Planning planning) {

    public DiffRequest {
        schemas = List.copyOf(schemas);
        ignore = List.copyOf(ignore);
        compare = Set.copyOf(compare);
    }

    /** A request for no scripts, that compares everything. */
    public DiffRequest(
            ConnectionSettings expected,
            ConnectionSettings actual,
            List<String> schemas,
            List<IgnoreRule> ignore,
            Duration timeout) {
        this(expected, actual, schemas, ignore, timeout, Compare.all(), Planning.None);
    }

    /** The same for scripts too. */
    public DiffRequest planning(Planning wanted) {
        return new DiffRequest(expected, actual, schemas, ignore, timeout, compare, wanted);
    }

    /** The same where this is compared. */
    public DiffRequest comparing(Set<Compare> these) {
        return new DiffRequest(expected, actual, schemas, ignore, timeout, these, planning);
    }
}
