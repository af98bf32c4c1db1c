package dev.schemalatch.postgres;

import java.util.List;

/**
 * A query that somebody else wrote, to be run on a database that is being checked.
 *
 * @param sql one command that reads
 * @param searchPath where its unqualified names are looked for, as PostgreSQL stores names
 */
public record ForeignQuery(String sql, List<String> searchPath) {

    public ForeignQuery {
        searchPath = List.copyOf(searchPath);
    }
}
