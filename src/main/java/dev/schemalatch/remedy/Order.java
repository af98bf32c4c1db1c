package dev.schemalatch.remedy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be done before what. */
final class Order {

    private final SortedMap<Node, SortedSet<Node>> after = new TreeMap<>();
    private final SortedMap<Node, SortedSet<Node>> before = new TreeMap<>();

    void add(Node node) {
        after.computeIfAbsent(node, key -> new TreeSet<>());
        before.computeIfAbsent(node, key -> new TreeSet<>());
    }

    void put(Node first, Node second) {
        if (!first.equals(second)) {
            after.computeIfAbsent(first, key -> new TreeSet<>()).add(second);
            before.computeIfAbsent(second, key -> new TreeSet<>()).add(first);
        }
    }

    /** What comes right after a node. */
    SortedSet<Node> after(Node node) {
        return after.getOrDefault(node, new TreeSet<>());
    }

    /** All nodes, each after what has to be done before it. A circle is cut at the first of its nodes. */
    List<Node> sorted() {
        var waiting = new TreeMap<Node, Integer>();
        var ready = new TreeSet<Node>();
        before.forEach((node, earlier) -> waiting.put(node, earlier.size()));
        waiting.forEach((node, count) -> {
            if (count == 0) {
                ready.add(node);
            }
        });
        var sorted = new ArrayList<Node>();
        while (!waiting.isEmpty()) {
            var next = ready.isEmpty() ? inCircle(waiting) : ready.first();
            ready.remove(next);
            waiting.remove(next);
            sorted.add(next);
            for (var later : after(next)) {
                if (waiting.computeIfPresent(later, (node, count) -> count - 1) instanceof Integer left && left == 0) {
                    ready.add(later);
                }
            }
        }
        return sorted;
    }

    /** The first node of a circle among those that wait: whoever waits for one another goes back to it. */
    private Node inCircle(SortedMap<Node, Integer> waiting) {
        var way = new ArrayList<Node>();
        var at = waiting.firstKey();
        while (!way.contains(at)) {
            way.add(at);
            at = before.getOrDefault(at, new TreeSet<>()).stream()
                    .filter(waiting::containsKey)
                    .findFirst()
                    .orElseThrow();
        }
        return Collections.min(way.subList(way.indexOf(at), way.size()));
    }
}
