package dev.schemalatch.report;

import dev.schemalatch.catalog.ObjectKey;
import dev.schemalatch.drift.Cause;
import dev.schemalatch.drift.Difference;
import dev.schemalatch.drift.Difference.Change;
import dev.schemalatch.drift.Drift;
import dev.schemalatch.report.Page.Block;
import dev.schemalatch.report.Page.Entry;
import dev.schemalatch.report.Page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where the live schema has left the expected one, in words: what one cause explains stands together. */
final class DriftWords {

    private static final Comparator<Cause> BY_CAUSE = Comparator.comparing(Cause::kind)
            .thenComparing(cause -> cause.migration().orElse(""))
            .thenComparing(Cause::message);

    private DriftWords() {}

    static Section againstMigrations(Drift drift) {
        var groups = new TreeMap<Cause, List<Entry>>(BY_CAUSE);
        drift.differences()
                .forEach(difference -> groups.computeIfAbsent(difference.cause(), ignored -> new ArrayList<>())
                        .add(entry(difference)));
        var blocks = new ArrayList<Block>();
        groups.forEach(
                (cause, entries) -> blocks.add(new Block.Explained(cause.kind().name(), cause.message(), entries)));
        return new Section("Schema", summary(drift, "no drift: it is what the applied migrations produce"), blocks);
    }

    /** Between two databases no migration explains anything, so no cause is told. */
    static Section againstDatabase(Drift drift) {
        var entries = drift.differences().stream().map(DriftWords::entry).toList();
        return new Section(
                "Schema",
                summary(drift, "no difference"),
                entries.isEmpty() ? List.of() : List.of(new Block.Explained("", "", entries)));
    }

    private static String summary(Drift drift, String same) {
        if (drift.notCompared().isPresent()) {
            return "not compared";
        }
        return drift.isEmpty()
                ? same
                : "%d missing, %d extra, %d changed; fingerprint %s"
                        .formatted(
                                drift.count(Change.Missing),
                                drift.count(Change.Extra),
                                drift.count(Change.Changed),
                                drift.fingerprint().orElse(""));
    }

    private static Entry entry(Difference difference) {
        return new Entry(difference.change(), difference.key(), parts(difference.parts()), changes(difference));
    }

    private static String parts(List<ObjectKey> parts) {
        return parts.stream()
                .collect(Collectors.groupingBy(ObjectKey::type, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(type -> Words.count(type.getValue().intValue(), withoutTable(type.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String withoutTable(String type) {
        return type.startsWith("table ") ? type.substring("table ".length()) : type;
    }

    private static List<String> changes(Difference difference) {
        return difference.change() == Change.Changed
                ? difference.attributes().entrySet().stream()
                        .flatMap(attribute -> AttributeChange.lines(attribute.getKey(), attribute.getValue()).stream())
                        .toList()
                : List.of();
    }
}
