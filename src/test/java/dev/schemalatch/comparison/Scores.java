package dev.schemalatch.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of every case, by engine. */
final class Scores {

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private int skipped;

    private enum Column {
        PAIRS,
        SAW,
        REPAIRED,
        ERRORS,
        EMPTY,
        ALARMS
    }

    void add(String engine, String title, boolean different, boolean sees, boolean mends) {
        count(engine, different ? Column.PAIRS : Column.EMPTY);
        if (sees) {
            count(engine, different ? Column.SAW : Column.ALARMS);
        }
        if (different && mends) {
            count(engine, Column.REPAIRED);
        }
        if (different ? !mends : sees) {
            lines.add("%s\t%s\t%s"
                    .formatted(engine, different ? sees ? "not repaired" : "not seen" : "false alarm", title));
        }
    }

    void failed(String engine, String title, boolean different, String message) {
        count(engine, different ? Column.PAIRS : Column.EMPTY);
        count(engine, Column.ERRORS);
        lines.add("%s\terror\t%s\t%s".formatted(engine, title, message));
    }

    void skipped(String title, String why) {
        skipped++;
        lines.add("\tnot set up\t%s\t%s".formatted(title, why.replace('\n', ' ')));
    }

    private void count(String engine, Column column) {
        counts.computeIfAbsent(engine, name -> new int[Column.values().length])[column.ordinal()]++;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** As Markdown. */
    String table() {
        var table = new StringBuilder("| engine | saw | repaired | errors | false alarms |\n|---|---|---|---|---|\n");
        counts.forEach((engine, of) -> table.append("| %s | %d of %d | %d | %d | %d of %d |\n"
                .formatted(
                        engine,
                        of[Column.SAW.ordinal()],
                        of[Column.PAIRS.ordinal()],
                        of[Column.REPAIRED.ordinal()],
                        of[Column.ERRORS.ordinal()],
                        of[Column.ALARMS.ordinal()],
                        of[Column.EMPTY.ordinal()])));
        return table + (skipped == 0 ? "" : "\n%d cases could not be set up as databases.\n".formatted(skipped));
    }
}
