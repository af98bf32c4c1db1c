package dev.schemalatch.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.ddl.Probe;
import dev.schemalatch.remedy.Plan;
import dev.schemalatch.remedy.Proof;
import dev.schemalatch.remedy.Script;
import dev.schemalatch.remedy.Step;

/** A plan as a tree for programs: each script as a text to run, and statement by statement. */
final class PlanTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanTree() {}

    static ObjectNode of(Plan plan) {
        var tree = JSON.objectNode();
        tree.set("repair", script(plan.repair()));
        tree.set("catchUp", script(plan.catchUp()));
        tree.set("counts", Document.list(plan.counts().stream().map(PlanTree::count)));
        return tree;
    }

    private static ObjectNode script(Script script) {
        var tree = JSON.objectNode()
                .put("file", script.purpose().file())
                .put("proven", script.proof().proven())
                .put("proof", script.proof().why())
                .put("safety", script.safety().name())
                .put("lock", script.lock().word());
        if (script.proof() instanceof Proof.Unproven unproven) {
            tree.set("left", Document.list(unproven.left().stream().map(difference -> key(difference.key())
                    .put("change", difference.change().name().toLowerCase(java.util.Locale.ROOT)))));
        }
        var steps = Document.list(script.steps().stream().map(step -> step(step, false)));
        steps.addAll(Document.list(script.losing().stream().map(step -> step(step, true))));
        tree.set("steps", steps);
        return tree.put("sql", script.sql()).put("sqlWithDataLoss", script.sqlWithLoss());
    }

    private static ObjectNode step(Step step, boolean losing) {
        var statement = step.statement();
        var tree = JSON.objectNode();
        tree.set("object", key(step.object()));
        tree.put("sql", statement.sql())
                .put("lock", statement.lock().word())
                .put("safety", statement.safety().name())
                .put("needsSuperuser", statement.superuser())
                .put("commentedOut", losing);
        statement.probe().ifPresent(probe -> tree.set("failsWhere", probe(probe)));
        return tree;
    }

    private static ObjectNode count(Plan.Count count) {
        var tree = probe(count.probe());
        return count.rows().isPresent() ? tree.put("rows", count.rows().getAsLong()) : tree.putNull("rows");
    }

    private static ObjectNode probe(Probe probe) {
        return JSON.objectNode().put("obstacle", probe.obstacle()).put("query", probe.query());
    }

    private static ObjectNode key(ObjectKey key) {
        return JSON.objectNode().put("type", key.type()).put("identity", key.identity());
    }
}
