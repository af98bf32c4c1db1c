package dev.schemalatch.tool;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A node of a changelog in XML, YAML or JSON, whose attributes are children too ({@code parser/core/ParsedNode.java}). */
record LiquibaseNode(String name, String text, List<LiquibaseNode> children) {

    LiquibaseNode {
        children = List.copyOf(children);
    }

    Stream<LiquibaseNode> named(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    Optional<String> value(String attribute) {
        return named(attribute)
                .map(LiquibaseNode::text)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    boolean flag(String attribute, boolean otherwise) {
        return value(attribute)
                .map(value -> value.strip().equalsIgnoreCase("true"))
                .orElse(otherwise);
    }
}
