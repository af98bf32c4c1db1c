package dev.schemalatch.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.check.DiffReport;
import dev.schemalatch.check.Required;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.remedy.Remedies;
import dev.schemalatch.remedy.Remedy;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A report as a tree for programs. The names are part of the contract, and their order is always the same. A part that could
 * not be told is {@code null}, never an empty list that looks like "none"; {@code failures} says why.
 */
public final class Document {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Document() {}

    public static ObjectNode of(CheckReport report) {
        var document = JSON.objectNode();
        document.put("verdict", report.assessment().verdict().name());
        document.set("history", known(report.history(), history -> HistoryTree.of(history, report)));
        document.set("drift", known(report.drift(), DriftTree::of));
        document.set("notChecked", texts(report.notChecked().stream()));
        document.set("remedies", list(report.remedies().stream().map(Document::remedy)));
        if (!report.required().isEmpty()) {
            document.set("preconditions", list(report.required().stream().map(Document::required)));
        }
        document.set("failures", failures(Untold.in(report)));
        document.set("migrations", known(report.migrations(), Document::files));
        document.set("database", known(report.database(), Document::server));
        report.plan().ifPresent(plan -> document.set("plan", known(plan, PlanTree::of)));
        return document;
    }

    public static ObjectNode of(DiffReport report) {
        var document = JSON.objectNode();
        document.put("verdict", report.verdict().name());
        document.set("drift", known(report.drift(), DriftTree::withoutCauses));
        document.set("notChecked", texts(report.notChecked().stream()));
        document.set(
                "remedies",
                list(report.plan().flatMap(Finding::known).stream()
                        .flatMap(plan -> Remedies.of(plan).stream())
                        .map(Document::remedy)));
        document.set("failures", failures(Untold.in(report)));
        document.set("expected", known(report.expected(), Document::side));
        document.set("actual", known(report.actual(), Document::side));
        report.plan().ifPresent(plan -> document.set("plan", known(plan, PlanTree::of)));
        return document;
    }

    private static JsonNode required(Required asked) {
        return JSON.objectNode().put("name", asked.name()).set("holds", known(asked.holds(), JSON::booleanNode));
    }

    private static JsonNode files(CheckReport.Files files) {
        var origin = files.origin();
        var source = JSON.objectNode()
                .put("kind", origin.kind())
                .put("name", origin.name())
                .put("digest", origin.digest());
        origin.resolved().ifPresent(to -> source.put("resolved", to));
        return JSON.objectNode()
                .put("tool", files.tool())
                .put("shipped", files.shipped())
                .set("source", source);
    }

    private static JsonNode server(CheckReport.Server server) {
        return JSON.objectNode()
                .put("server", server.version().toString())
                .put("name", server.database())
                .put("historyTable", server.historyTable().toString());
    }

    private static JsonNode side(DiffReport.Side side) {
        return JSON.objectNode().put("server", side.version().toString()).put("name", side.database());
    }

    private static JsonNode remedy(Remedy remedy) {
        return JSON.objectNode()
                .put("situation", remedy.situation())
                .put("action", remedy.action())
                .put("command", remedy.command().orElse(null))
                .put("safety", remedy.safety().name())
                .put("proven", remedy.proven());
    }

    private static ArrayNode failures(List<Untold> untold) {
        return list(untold.stream().map(one -> JSON.objectNode()
                .put("reason", one.why().reason().name())
                .put("message", one.why().message())
                .set("unknown", texts(one.parts().stream()))));
    }

    private static <T> JsonNode known(Finding<T> finding, Function<T, JsonNode> tree) {
        return finding.known().map(tree).orElse(JSON.nullNode());
    }

    static ArrayNode texts(Stream<String> texts) {
        return list(texts.map(JSON::textNode));
    }

    static ArrayNode list(Stream<? extends JsonNode> nodes) {
        return JSON.arrayNode().addAll(nodes.map(JsonNode.class::cast).toList());
    }
}
