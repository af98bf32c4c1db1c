package dev.schemalatch.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A tree as {@code kubectl describe} prints it; of long lists the beginning, and how many more there are. */
final class Description {

    private static final int WIDTH = 100;
    private static final int ITEMS_SHOWN = 3;
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final List<String> lines = new ArrayList<>();

    private Description() {}

    static List<String> of(String title, JsonNode tree) {
        var description = new Description();
        description.add(title, tree, 0);
        return List.copyOf(description.lines);
    }

    private void add(String key, JsonNode node, int depth) {
        if (node.isEmpty() && node.isContainerNode()) {
            return;
        }
        var indent = "  ".repeat(depth);
        lines.add(indent + key + ":");
        if (node.isObject()) {
            fields(node, depth + 1);
        } else {
            items(node, depth + 1, key.equals("Conditions") ? Integer.MAX_VALUE : ITEMS_SHOWN);
        }
    }

    /** Sorted by name; values of neighbours begin in one column. */
    private void fields(JsonNode node, int depth) {
        var sorted = new TreeMap<String, JsonNode>();
        node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        var width = sorted.entrySet().stream()
                .filter(field -> field.getValue().isValueNode())
                .mapToInt(field -> label(field.getKey()).length() + 1)
                .max()
                .orElse(0);
        sorted.forEach((key, value) -> {
            var name = label(key);
            if (value.isValueNode()) {
                var start = "  ".repeat(depth) + name + ":" + " ".repeat(width - name.length() + 1);
                lines.addAll(Wrapped.lines(start, value.asText(), WIDTH));
            } else {
                add(name, value, depth);
            }
        });
    }

    private void items(JsonNode list, int depth, int limit) {
        var indent = "  ".repeat(depth);
        var shown = 0;
        for (var item : list) {
            if (shown++ == limit) {
                lines.add("%s... and %d more".formatted(indent, list.size() - limit));
                return;
            }
            if (item.isValueNode()) {
                lines.addAll(Wrapped.lines(indent, item.asText(), WIDTH));
            } else {
                fields(item, depth);
            }
        }
    }

    private static String label(String key) {
        var words = WORD.split(key);
        for (var i = 0; i < words.length; i++) {
            words[i] = words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1);
        }
        return String.join(" ", words);
    }
}
