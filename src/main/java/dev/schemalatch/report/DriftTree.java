package dev.schemalatch.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Drift;
import java.util.Locale;
import java.util.function.Function;

/** A drift as a tree for programs. */
final class DriftTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DriftTree() {}

    static ObjectNode of(Drift drift) {
        return tree(drift, difference -> explain(item(difference), difference.cause()));
    }

    /** Between two databases no migration explains anything. */
    static ObjectNode withoutCauses(Drift drift) {
        return tree(drift, DriftTree::item);
    }

    private static ObjectNode tree(Drift drift, Function<Difference, ObjectNode> item) {
        var tree = JSON.objectNode();
        for (var change : Change.values()) {
            tree.put(word(change), drift.count(change));
        }
        tree.set("items", Document.list(drift.differences().stream().map(item)));
        tree.put("fingerprint", drift.fingerprint().orElse(null));
        drift.notCompared().ifPresent(why -> tree.put("notCompared", why));
        return tree;
    }

    private static ObjectNode item(Difference difference) {
        var item = JSON.objectNode();
        item.put("change", word(difference.change()));
        key(item, difference.key());
        var attributes = item.putObject("attributes");
        difference.attributes().forEach((name, values) -> attributes
                .putObject(name)
                .put("expected", values.expected().orElse(null))
                .put("actual", values.actual().orElse(null)));
        item.set("parts", Document.list(difference.parts().stream().map(part -> key(JSON.objectNode(), part))));
        return item;
    }

    private static ObjectNode explain(ObjectNode item, Cause cause) {
        return item.put("cause", cause.kind().name())
                .put("migration", cause.migration().orElse(null))
                .put("message", cause.message());
    }

    private static ObjectNode key(ObjectNode node, ObjectKey key) {
        return node.put("type", key.type()).put("identity", key.identity());
    }

    private static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
