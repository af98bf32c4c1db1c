package dev.schemalatch.tool;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Django's migrations stand on each other once squashed ones are settled (MigrationLoader.build_graph): one that replaces others
 * stands for them where all or none of them are applied, and goes away where only some are.
 */
final class DjangoGraph {

    private static final String FIRST = "__first__";
    private static final String LATEST = "__latest__";

    private final Map<String, DjangoMigration> files;
    private final TreeSet<String> nodes = new TreeSet<>(DjangoMigration.ORDER);
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Set<String> applied;
    private final TreeSet<String> replaced = new TreeSet<>(DjangoMigration.ORDER);
    private final TreeSet<String> unusable = new TreeSet<>(DjangoMigration.ORDER);

    private DjangoGraph(Collection<Migration> migrations, Set<String> recorded) {
        this.files = migrations.stream()
                .map(DjangoMigration::of)
                .collect(Collectors.toMap(DjangoMigration::key, one -> one, (one, other) -> one, LinkedHashMap::new));
        this.applied = new HashSet<>(recorded);
        nodes.addAll(files.keySet());
        files.values().forEach(this::within);
        files.values().forEach(this::across);
    }

    /** @param recorded keys that the history has */
    static DjangoGraph of(Collection<Migration> migrations, Set<String> recorded) {
        var graph = new DjangoGraph(migrations, recorded);
        var squashed = graph.files.values().stream()
                .filter(migration -> !migration.replaces().isEmpty())
                .map(DjangoMigration::key)
                .toList();
        // one may replace another: the inner first
        new Walk(key -> graph.replaces(key).stream().filter(squashed::contains).toList())
                .from(squashed)
                .ordered()
                .forEach(graph::settle);
        return graph;
    }

    private List<String> replaces(String key) {
        return Optional.ofNullable(files.get(key))
                .map(DjangoMigration::replaces)
                .orElse(List.of());
    }

    private void within(DjangoMigration migration) {
        migration.dependencies().stream()
                .filter(key -> sameApp(key, migration.key()) && !key.endsWith("." + FIRST))
                .forEach(key -> above(migration.key()).add(key));
    }

    private void across(DjangoMigration migration) {
        migration.dependencies().stream()
                .filter(key -> !sameApp(key, migration.key()))
                .flatMap(this::named)
                .forEach(key -> above(migration.key()).add(key));
        migration.runBefore().stream().flatMap(this::named).forEach(key -> above(key)
                .add(migration.key()));
    }

    private Stream<String> named(String key) {
        var app = DjangoMigration.app(key);
        return switch (DjangoMigration.nameIn(key)) {
            case FIRST ->
                of(app).filter(node -> parents(node).noneMatch(parent -> sameApp(parent, node)))
                        .limit(1);
            case LATEST ->
                leaves().stream()
                        .filter(node -> DjangoMigration.app(node).equals(app))
                        .limit(1);
            default -> Stream.of(key);
        };
    }

    private void settle(String squash) {
        var targets = replaces(squash);
        var done = targets.stream().filter(applied::contains).count();
        if (done == targets.size()) {
            applied.add(squash);
        } else {
            applied.remove(squash);
        }
        if (done == 0 || done == targets.size()) {
            standFor(squash, targets);
        } else {
            goAway(squash, targets);
        }
    }

    private void standFor(String squash, List<String> targets) {
        targets.forEach(target -> above(squash).addAll(above(target)));
        targets.forEach(nodes::remove);
        replaced.addAll(targets);
        parents.values().stream()
                .filter(above -> above.removeAll(Set.copyOf(targets)))
                .forEach(above -> above.add(squash));
        above(squash).removeAll(targets);
        above(squash).remove(squash);
    }

    private void goAway(String squash, List<String> targets) {
        nodes.remove(squash);
        unusable.add(squash);
        var last = new HashSet<>(targets);
        targets.forEach(target -> last.removeAll(above(target)));
        parents.values().stream().filter(above -> above.remove(squash)).forEach(above -> above.addAll(last));
    }

    /** What is to be run or has been, in the order of {@code migrate}: for each leaf all that it stands on, deep first. */
    List<String> order() {
        return new Walk(this::below)
                .from(leaves()).from(nodes).ordered().stream()
                        .filter(nodes::contains)
                        .toList();
    }

    /** The same with what squashed ones replace, or are replaced by. */
    List<String> orderOfAll() {
        return Stream.concat(order().stream(), files.keySet().stream())
                .distinct()
                .toList();
    }

    private List<String> below(String key) {
        return parents(key)
                .filter(nodes::contains)
                .sorted(DjangoMigration.ORDER.reversed())
                .toList();
    }

    /** Nodes on which none of their own app stands. */
    List<String> leaves() {
        var stoodOn = new HashSet<String>();
        nodes.forEach(
                node -> parents(node).filter(parent -> sameApp(parent, node)).forEach(stoodOn::add));
        return nodes.stream().filter(node -> !stoodOn.contains(node)).toList();
    }

    /** What a node stands on, also what no file has. */
    Stream<String> parents(String key) {
        return parents.getOrDefault(key, Set.of()).stream();
    }

    boolean has(String key) {
        return nodes.contains(key);
    }

    boolean isApplied(String key) {
        return applied.contains(key);
    }

    /** Whether a squashed migration stands for it. */
    boolean isReplaced(String key) {
        return replaced.contains(key);
    }

    /** Squashed migrations of whose replaced ones some are applied and some are not. */
    Set<String> unusable() {
        return unusable;
    }

    private Stream<String> of(String app) {
        return nodes.stream().filter(node -> DjangoMigration.app(node).equals(app));
    }

    private Set<String> above(String key) {
        return parents.computeIfAbsent(key, none -> new TreeSet<>(DjangoMigration.ORDER));
    }

    private static boolean sameApp(String one, String other) {
        return DjangoMigration.app(one).equals(DjangoMigration.app(other));
    }
}
