package dev.schemalatch.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is to be said of Django's files and rows beside what is pending and missing. */
record DjangoNotes(DjangoGraph graph) {

    /**
     * @param others apps that have rows and no files here
     * @param implied squashed migrations that are applied by what they replace
     * @param missing apps that have rows without a file
     */
    List<String> all(Set<String> others, List<String> implied, Set<String> missing) {
        var notes = new ArrayList<String>();
        if (!others.isEmpty()) {
            notes.add("Django's history also has apps whose migrations are not among the files, so of another package: "
                    + String.join(", ", others));
        }
        missing.forEach(app -> notes.add(
                "Django does not notice rows of %s that have no file; where a squashed migration took their place,"
                                .formatted(app)
                        + " this removes them: python manage.py migrate %s --prune".formatted(ShellWord.of(app))));
        implied.forEach(key -> notes.add(key + " is not recorded, and counts as applied since all that it replaces is;"
                + " the next migrate records it"));
        graph.unusable()
                .forEach(key -> notes.add(key
                        + " is left out as Django leaves it out: of what it replaces some is applied and some is not"));
        conflicts(notes);
        inconsistencies(notes);
        return notes;
    }

    private void conflicts(List<String> notes) {
        graph.leaves().stream()
                .collect(Collectors.groupingBy(DjangoMigration::app, TreeMap::new, Collectors.toList()))
                .forEach((app, leaves) -> {
                    if (leaves.size() > 1) {
                        notes.add(
                                "Django refuses to migrate %s, which ends in several migrations: %s (makemigrations --merge)"
                                        .formatted(app, String.join(", ", leaves)));
                    }
                });
    }

    private void inconsistencies(List<String> notes) {
        for (var key : graph.order()) {
            graph.parents(key)
                    .filter(parent -> graph.has(parent) && graph.isApplied(key) && !graph.isApplied(parent))
                    .forEach(parent -> notes.add(
                            "Django refuses to migrate, since %s is applied and %s, which it depends on, is not"
                                    .formatted(key, parent)));
        }
        var apps = graph.order().stream().map(DjangoMigration::app).collect(Collectors.toSet());
        for (var key : graph.order()) {
            graph.parents(key)
                    .filter(parent -> apps.contains(DjangoMigration.app(parent)) && !graph.has(parent))
                    .forEach(parent -> notes.add("Django refuses to migrate, since %s depends on %s, which no file has"
                            .formatted(key, parent)));
        }
    }
}
