package dev.schemalatch.report;

import dev.schemalatch.check.CheckReport.Server;
import dev.schemalatch.drift.Position;
import dev.schemalatch.failure.Finding;
import dev.schemalatch.history.History;
import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the migration tool's table says, in words. */
final class HistoryWords {

    private HistoryWords() {}

    static Section of(History history, Finding<Server> server, Optional<Position> position) {
        var table = server.known().map(known -> known.historyTable().toString()).orElse("the history table");
        var blocks = blocks(history);
        position.ifPresent(known -> blocks.add(new Block.Remark(known.sentence())));
        return new Section("History", summary(history, table), blocks);
    }

    private static String summary(History history, String table) {
        return switch (history.table()) {
            case ABSENT_DATABASE_EMPTY -> "%s does not exist, and the database is empty".formatted(table);
            case ABSENT_BASELINE_NEEDED ->
                "%s does not exist, but the database has objects: a baseline is needed".formatted(table);
            case PRESENT ->
                "%d applied according to %s%s"
                        .formatted(
                                history.applied().size(),
                                table,
                                history.lastApplied().map(HistoryWords::last).orElse(""));
        };
    }

    private static String last(History.Done last) {
        return ", last %s%s"
                .formatted(
                        last.name(),
                        last.at().map(at -> " (" + Words.time(at) + ")").orElse(""));
    }

    private static List<Block> blocks(History history) {
        var blocks = new ArrayList<Block>();
        names(
                blocks,
                "failed",
                history.failed().stream().map(HistoryWords::failed).toList());
        names(blocks, "pending", history.pending());
        names(blocks, "missing", history.missing());
        names(blocks, "edited", history.edited());
        names(blocks, "rolled back", history.rolledBack());
        history.lastCommon().ifPresent(name -> blocks.add(new Block.Remark("files and database part after " + name)));
        return blocks;
    }

    private static String failed(History.Failed failed) {
        var began = failed.at().map(at -> ", began " + Words.time(at)).orElse("");
        var stopped = failed.stoppedAt()
                .filter(at -> !at.isEmpty())
                .map(at -> ", stops at " + at)
                .orElse("");
        return "%s (%s%s%s)".formatted(failed.name(), Words.state(failed.state()), began, stopped);
    }

    private static void names(List<Block> blocks, String label, List<String> names) {
        if (!names.isEmpty()) {
            blocks.add(new Block.Names(label, names));
        }
    }
}
