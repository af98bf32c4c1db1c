package dev.schemalatch.tool;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file of Alembic says of itself (alembic/script/base.py, alembic/script/revision.py).
 *
 * @param down the revisions that it stands on; none where it begins a branch
 * @param dependsOn revisions or labels of branches that must be applied before
 * @param labels of the branch that it begins
 */
record AlembicRevision(String id, List<String> down, List<String> dependsOn, List<String> labels) {

    static final String DOWN = "down_revision";
    static final String DEPENDS = "depends_on";
    static final String LABELS = "branch_labels";

    AlembicRevision {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    static AlembicRevision of(Migration migration) {
        var declared = migration.declared();
        return new AlembicRevision(
                migration.id(),
                declared.getOrDefault(DOWN, List.of()),
                declared.getOrDefault(DEPENDS, List.of()),
                declared.getOrDefault(LABELS, List.of()));
    }

    SortedMap<String, List<String>> declared() {
        return new TreeMap<>(Map.of(DOWN, down, DEPENDS, dependsOn, LABELS, labels));
    }
}
