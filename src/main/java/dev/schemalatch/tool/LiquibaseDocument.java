package dev.schemalatch.tool;

import dev.schemalatch.tool.LiquibaseChangeSet.Again;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a {@code changeSet} of XML, YAML or JSON ({@code changelog/ChangeSet.java}). */
final class LiquibaseDocument {

    private static final Set<String> NO_CHANGES = Set.of(
            "id",
            "author",
            "runAlways",
            "alwaysRun",
            "runOnChange",
            "runWith",
            "runWithSpoolFile",
            "context",
            "contextFilter",
            "labels",
            "dbms",
            "runInTransaction",
            "created",
            "runOrder",
            "ignore",
            "comment",
            "objectQuotingStrategy",
            "logicalFilePath",
            "failOnError",
            "onValidationFail",
            "rollback",
            "preConditions",
            "preconditions",
            "validCheckSum",
            "validCheckSums",
            "changes");

    private final LiquibasePaths paths;
    private final LiquibasePaths.Place place;
    private final LiquibaseParameters parameters;

    LiquibaseDocument(LiquibasePaths paths, LiquibasePaths.Place place, LiquibaseParameters parameters) {
        this.paths = paths;
        this.place = place;
        this.parameters = parameters;
    }

    /** Empty where it is for another database, or to be ignored. */
    Optional<LiquibaseChangeSet> changeSet(LiquibaseNode node, Optional<String> logicalPath) {
        if (node.flag("ignore", false)
                || !LiquibaseDbms.matches(node.value("dbms").map(parameters::expand))) {
            return Optional.empty();
        }
        var always = node.flag("runAlways", node.flag("alwaysRun", false));
        return Optional.of(new LiquibaseChangeSet(
                expanded(node, "id").orElse(""),
                expanded(node, "author").orElse(""),
                expanded(node, "logicalFilePath").or(() -> logicalPath).orElse(place.path()),
                place.file(),
                1,
                always ? Again.ALWAYS : node.flag("runOnChange", false) ? Again.CHANGED : Again.NEVER,
                node.flag("runInTransaction", true),
                node.named("preConditions").findAny().isPresent()
                        || node.named("preconditions").findAny().isPresent(),
                node.value("context").or(() -> node.value("contextFilter")).isPresent()
                        || node.value("labels").isPresent(),
                changes(node),
                valid(node)));
    }

    private static Set<String> valid(LiquibaseNode node) {
        return node.children().stream()
                .filter(child -> child.name().startsWith("validCheckSum"))
                .map(child -> child.text().strip())
                .filter(sum -> !sum.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<LiquibaseChange> changes(LiquibaseNode node) {
        var changes = new ArrayList<LiquibaseChange>();
        for (var child : node.children()) {
            if (child.name().equals("changes")) {
                changes.addAll(changes(child));
            } else if (!NO_CHANGES.contains(child.name())) {
                changes.add(change(child));
            }
        }
        return changes;
    }

    private LiquibaseChange change(LiquibaseNode node) {
        return switch (node.name()) {
            case "sql" -> {
                var text =
                        parameters.expand(node.value("sql").orElse(node.text()).strip());
                yield sql(node, text, text);
            }
            case "sqlFile" ->
                file(node)
                        .<LiquibaseChange>map(text -> sql(node, parameters.expand(text), text))
                        .orElseGet(() -> new LiquibaseChange.Modelled("sqlFile"));
            default -> new LiquibaseChange.Modelled(node.name());
        };
    }

    private LiquibaseChange.Sql sql(LiquibaseNode node, String text, String checksumText) {
        return new LiquibaseChange.Sql(
                text,
                checksumText,
                node.flag("stripComments", false),
                node.flag("splitStatements", true),
                node.named("endDelimiter")
                        .map(LiquibaseNode::text)
                        .filter(given -> !given.isEmpty())
                        .findFirst(),
                LiquibaseDbms.matches(node.value("dbms")));
    }

    private Optional<String> file(LiquibaseNode node) {
        return expanded(node, "path")
                .flatMap(path -> node.flag("relativeToChangelogFile", false)
                        ? Optional.of(place.sibling(path))
                        : paths.file(path, place))
                .map(LiquibasePaths.Place::file)
                .filter(paths.bundle().files()::containsKey)
                .map(paths.bundle()::text)
                .map(text -> text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private Optional<String> expanded(LiquibaseNode node, String attribute) {
        return node.value(attribute).map(parameters::expand).map(String::strip);
    }
}
