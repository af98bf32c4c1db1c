package dev.schemalatch.tool;

import dev.schemalatch.failure.FailedException;
import dev.schemalatch.failure.Reason;
import dev.schemalatch.source.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How Alembic's revisions stand on each other; also on such as no file has. */
final class AlembicGraph {

    private final Map<String, AlembicRevision> revisions = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    AlembicGraph(Collection<Migration> migrations) {
        migrations.forEach(migration -> revisions.put(migration.id(), AlembicRevision.of(migration)));
        revisions.values().forEach(revision -> revision.labels().forEach(label -> labels.put(label, revision.id())));
    }

    /** @throws FailedException {@code LayoutUnknown} where revisions stand on themselves, as Alembic refuses them too */
    void check(Origin files) {
        var ordered = new Walk(this::below).from(revisions.keySet());
        if (!ordered.circular().isEmpty()) {
            throw FailedException.of(
                    Reason.LayoutUnknown,
                    "%s: the revisions of Alembic stand on each other in a circle, at %s. Correct its down_revision or depends_on."
                            .formatted(files, ordered.circular().iterator().next()));
        }
    }

    /**
     * Every revision after those it stands on, branch by branch, as {@code alembic upgrade heads} goes; with those that no file
     * has, where another stands on them.
     */
    List<String> order() {
        return new Walk(this::below).from(heads().reversed()).ordered();
    }

    /** What no other stands on, in the order of their files. */
    List<String> heads() {
        var stoodOn = revisions.values().stream()
                .flatMap(revision -> revision.down().stream())
                .collect(Collectors.toSet());
        var heads =
                revisions.keySet().stream().filter(id -> !stoodOn.contains(id)).toList();
        return heads.isEmpty() ? List.copyOf(revisions.keySet()) : heads;
    }

    /** These and all that they stand on. */
    Set<String> ancestors(Collection<String> ids) {
        return new LinkedHashSet<>(new Walk(this::below).from(ids).ordered());
    }

    /** What stands on these. */
    Set<String> descendants(Collection<String> ids) {
        var found = new HashSet<String>();
        var todo = new ArrayDeque<>(ids);
        while (!todo.isEmpty()) {
            var id = todo.remove();
            revisions.values().stream()
                    .filter(revision -> below(revision.id()).contains(id))
                    .map(AlembicRevision::id)
                    .filter(found::add)
                    .forEach(todo::add);
        }
        return found;
    }

    /** What Alembic will not do with these files. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        var lacking = order().stream().filter(id -> !revisions.containsKey(id)).toList();
        if (!lacking.isEmpty()) {
            notes.add("Alembic does not run with these files: they stand on %s, which no file has"
                    .formatted(String.join(", ", lacking)));
        }
        if (heads().size() > 1) {
            notes.add(
                    "Alembic has %d heads here (%s): alembic upgrade head refuses, alembic upgrade heads runs them all"
                            .formatted(heads().size(), String.join(", ", heads())));
        }
        return notes;
    }

    /** The last first, as Alembic's own sort turns out (revision.py, _topological_sort, reversed). */
    private List<String> below(String id) {
        var revision = revisions.get(id);
        return revision == null
                ? List.of()
                : Stream.concat(
                                revision.down().stream(),
                                revision.dependsOn().stream().map(name -> labels.getOrDefault(name, name)))
                        .toList()
                        .reversed();
    }
}
