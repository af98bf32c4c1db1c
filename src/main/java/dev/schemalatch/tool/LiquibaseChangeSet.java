package dev.schemalatch.tool;

import java.util.List;
import java.util.Set;

/**
 * A changeset as a changelog has it.
 *
 * @param path that the history stores: of the changelog, or its logical one
 * @param file of the bundle that holds it
 * @param line at which it begins, from 1; 1 where the format has no lines
 * @param again what makes Liquibase run it another time
 * @param conditional whether preconditions stand before it
 * @param filtered whether it has contexts or labels, so that a run may leave it out
 * @param valid checksums that its author declares valid
 */
record LiquibaseChangeSet(
        String id,
        String author,
        String path,
        String file,
        int line,
        Again again,
        boolean transactional,
        boolean conditional,
        boolean filtered,
        List<LiquibaseChange> changes,
        Set<String> valid) {

    LiquibaseChangeSet {
        changes = List.copyOf(changes);
        valid = Set.copyOf(valid);
    }

    /** When a changeset that was run is run again. */
    enum Again {
        NEVER,
        CHANGED,
        ALWAYS
    }

    String name() {
        return path + "::" + id + "::" + author;
    }

    List<LiquibaseChange.Sql> sql() {
        return changes.stream()
                .filter(LiquibaseChange.Sql.class::isInstance)
                .map(LiquibaseChange.Sql.class::cast)
                .toList();
    }

    /** The changes that Liquibase turns into SQL itself, but for those that leave no trace in a schema. */
    List<String> modelled() {
        return changes.stream()
                .filter(LiquibaseChange.Modelled.class::isInstance)
                .map(change -> ((LiquibaseChange.Modelled) change).name())
                .filter(name -> !Set.of("tagDatabase", "empty", "output").contains(name))
                .toList();
    }

    LiquibaseChangeSet at(String otherPath) {
        return new LiquibaseChangeSet(
                id, author, otherPath, file, line, again, transactional, conditional, filtered, changes, valid);
    }

    LiquibaseChangeSet asFiltered() {
        return new LiquibaseChangeSet(
                id, author, path, file, line, again, transactional, conditional, true, changes, valid);
    }
}
