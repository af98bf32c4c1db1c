package dev.schemalatch.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads YAML, of which JSON is a part, as nodes: a list's entries are children of what the list is the value of. */
final class LiquibaseYaml {

    private static final int DEEPEST = 100;

    private LiquibaseYaml() {}

    /** The node of the only key at the top; empty where it is not so, or no YAML. */
    static Optional<LiquibaseNode> read(String text) {
        try {
            var document = new ObjectMapper(new YAMLFactory()).readTree(text);
            return document != null && document.isObject() && document.has(LiquibaseChangelogs.ROOT)
                    ? Optional.of(node(LiquibaseChangelogs.ROOT, document.get(LiquibaseChangelogs.ROOT), 0))
                    : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private static LiquibaseNode node(String name, JsonNode value, int depth) {
        return new LiquibaseNode(
                name, value.isValueNode() && !value.isNull() ? value.asText() : "", children(value, depth));
    }

    private static List<LiquibaseNode> children(JsonNode value, int depth) {
        var children = new ArrayList<LiquibaseNode>();
        if (depth > DEEPEST) {
            return children;
        }
        value.properties().forEach(entry -> {
            if (entry.getValue().isArray() && allValues(entry.getValue())) {
                entry.getValue().forEach(item -> children.add(node(entry.getKey(), item, depth + 1)));
            } else {
                children.add(node(entry.getKey(), entry.getValue(), depth + 1));
            }
        });
        if (value.isArray()) {
            value.forEach(item -> children.addAll(children(item, depth + 1)));
        }
        return children;
    }

    private static boolean allValues(JsonNode list) {
        for (var item : list) {
            if (!item.isValueNode()) {
                return false;
            }
        }
        return true;
    }
}
