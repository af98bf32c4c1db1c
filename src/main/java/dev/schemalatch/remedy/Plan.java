package dev.schemalatch.remedy;

import dev.schemalatch.ddl.Probe;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The SQL out of a situation, in either direction.
 *
 * @param repair brings the database to what is expected
 * @param catchUp brings what is expected to what the database has
 * @param counts what was counted in the database for the repair, where that was asked for
 */
public record Plan(Script repair, Script catchUp, List<Count> counts) {

    public Plan {
        counts = List.copyOf(counts);
    }

    /**
     * How many rows are in the way of a statement.
     *
     * @param rows empty where they could not be counted
     */
    public record Count(Probe probe, OptionalLong rows) {}

    public Stream<Script> scripts() {
        return Stream.of(repair, catchUp);
    }

    public boolean isEmpty() {
        return scripts().allMatch(Script::isEmpty);
    }

    /** The same with what was counted. */
    public Plan with(List<Count> counted) {
        return new Plan(repair, catchUp, counted);
    }
}
