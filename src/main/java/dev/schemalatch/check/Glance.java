package dev.schemalatch.check;

import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a glance saw.
 *
 * @param candidates files against the tool's history, by id; the request's own migrations stand under {@link #OWN}
 * @param schema changes with whatever changes the schema, at times also with what does not; of one database alone
 */
public record Glance(SortedMap<String, Finding<History>> candidates, String schema) {

    /** The id of the request's own migrations. */
    public static final String OWN = "";

    public Glance {
        candidates = Collections.unmodifiableSortedMap(new TreeMap<>(candidates));
    }
}
