package dev.schemalatch.remedy;

import dev.schemalatch.catalog.ObjectKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What loses data, with everything that has to wait for it or makes no sense without it. */
final class Losses {

    private final Order order;
    private final Map<ObjectKey, Set<Node>> ofObject = new HashMap<>();
    private final TreeSet<Node> left = new TreeSet<>();
    private final ArrayDeque<Node> open = new ArrayDeque<>();

    private Losses(Order order) {
        this.order = order;
    }

    static Set<Node> in(Order order) {
        var losses = new Losses(order);
        losses.spread(order.sorted());
        return losses.left;
    }

    private void spread(Collection<Node> nodes) {
        for (var node : nodes) {
            ofObject.computeIfAbsent(node.key(), key -> new TreeSet<>()).add(node);
        }
        nodes.stream().filter(Node::losesData).forEach(this::leave);
        while (!open.isEmpty()) {
            var node = open.remove();
            order.after(node).forEach(this::leave);
            ofObject.getOrDefault(node.key(), Set.of()).forEach(this::leave);
        }
    }

    private void leave(Node node) {
        if (left.add(node)) {
            open.add(node);
        }
    }
}
