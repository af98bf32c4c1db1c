package dev.schemalatch.remedy;

import dev.schemalatch.drift.Drift;
import dev.schemalatch.drift.Extent;
import dev.schemalatch.drift.Position;
import dev.schemalatch.history.History;
import dev.schemalatch.tool.MigrationTool;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What remedies are chosen by.
 *
 * @param history the files against the tool's history
 * @param drift the live schema against the applied migrations
 * @param extents how much of each migration that is not applied the live schema has
 * @param commands the migration tool's own
 * @param plan scripts that mend the schema, where they were asked for
 * @param position where in the files the database stands, where that is not where its history says
 */
public record Situation(
        History history,
        Drift drift,
        SortedMap<String, Extent> extents,
        MigrationTool.Commands commands,
        Optional<Plan> plan,
        Optional<Position> position) {

    public Situation {
        extents = Collections.unmodifiableSortedMap(new TreeMap<>(extents));
    }

    Extent extent(String migration) {
        return extents.getOrDefault(migration, Extent.UNSEEN);
    }
}
