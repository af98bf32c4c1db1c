package dev.schemalatch.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemalatch.check.CheckReport;
import dev.schemalatch.drift.Position;
import dev.schemalatch.history.History;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A history as a tree for programs: counts of what is well, names of what is not. */
final class HistoryTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HistoryTree() {}

    static JsonNode of(History history, CheckReport report) {
        var tree = JSON.objectNode();
        tree.put(
                "tool", report.migrations().known().map(CheckReport.Files::tool).orElse(null));
        tree.put("shipped", history.shipped().size());
        tree.put("applied", history.applied().size());
        tree.set("pending", Document.texts(history.pending().stream()));
        tree.set("missing", Document.texts(history.missing().stream()));
        tree.set("failed", Document.list(history.failed().stream().map(HistoryTree::failed)));
        tree.set("edited", Document.texts(history.edited().stream()));
        tree.set("rolledBack", Document.texts(history.rolledBack().stream()));
        tree.put("relation", relation(history.relation()));
        tree.put("table", table(history.table()));
        tree.put("lastCommon", history.lastCommon().orElse(null));
        tree.set("lastApplied", history.lastApplied().map(HistoryTree::done).orElse(JSON.nullNode()));
        tree.set("position", report.position().map(HistoryTree::position).orElse(JSON.nullNode()));
        return tree;
    }

    private static JsonNode position(Position position) {
        return JSON.objectNode()
                .put("migration", position.migration().orElse(null))
                .put("exact", position.exact())
                .put("differences", position.differences())
                .put("message", position.sentence())
                .<ObjectNode>set("unrecorded", Document.texts(position.unrecorded().stream()))
                .set("lacking", Document.texts(position.lacking().stream()));
    }

    private static JsonNode failed(History.Failed failed) {
        var state =
                switch (failed.state()) {
                    case RUNNING -> "running";
                    case FAILED -> "failed";
                    case CRASHED -> "crashed";
                };
        var tree = JSON.objectNode()
                .put("name", failed.name())
                .put("at", time(failed.at()))
                .put("state", state);
        failed.stoppedAt().filter(at -> !at.isEmpty()).ifPresent(at -> tree.put("stoppedAt", at));
        return tree;
    }

    private static JsonNode done(History.Done done) {
        return JSON.objectNode().put("name", done.name()).put("at", time(done.at()));
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    private static String relation(History.Relation relation) {
        return switch (relation) {
            case IN_SYNC -> "inSync";
            case BEHIND -> "behind";
            case AHEAD -> "ahead";
            case DIVERGED -> "diverged";
        };
    }

    private static String table(History.Table table) {
        return switch (table) {
            case PRESENT -> "present";
            case ABSENT_DATABASE_EMPTY -> "absentDatabaseEmpty";
            case ABSENT_BASELINE_NEEDED -> "absentBaselineNeeded";
        };
    }
}
