package dev.schemalatch.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a project's files and a database's history rows say together.
 *
 * @param shipped what of the files this database runs, in the tool's order; a tool may leave out what lies below a baseline
 * @param applied what the rows say, oldest first, each by the migration's name where the files have it
 * @param notes what the history cannot tell, and what the tool will not do, one line each
 */
public record Reading(List<Migration> shipped, List<Applied> applied, List<String> notes) {

    public Reading {
        shipped = List.copyOf(shipped);
        applied = List.copyOf(applied);
        notes = List.copyOf(notes);
    }

    /** All files, and rows that call migrations by their ids. */
    public static Reading byId(MigrationFiles files, List<Applied> rows) {
        var names = new HashMap<String, String>();
        files.migrations().forEach(migration -> names.putIfAbsent(migration.id(), migration.name()));
        return new Reading(
                files.migrations(),
                rows.stream()
                        .map(row -> Optional.ofNullable(names.get(row.name()))
                                .map(row::named)
                                .orElse(row))
                        .toList(),
                List.of());
    }

    /** The same with more to say. */
    public Reading noting(List<String> more) {
        return new Reading(
                shipped, applied, Stream.concat(notes.stream(), more.stream()).toList());
    }

    /** Names of migrations that ran with other content than their files have now, and that the tool will run again. */
    public Set<String> outdated() {
        return applied.stream()
                .filter(row -> row.state() == Applied.State.OUTDATED)
                .map(Applied::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
